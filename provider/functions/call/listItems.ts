import { isSame } from "../../declare/compare";
import { isValues, type Values } from "../../declare/plainValues";
import { type Api, listAll } from "../../transport";
import type { FunctionDefinition } from "../defineFunction";
import { requestOf } from "./requestOf";

/** Every item of the list that the arguments describe. */
export async function listItems(called: FunctionDefinition, given: Values, api: Api): Promise<Values[]> {
  const { isEmptyObjectEmpty = false } = called;
  const items = (await listAll(api, requestOf(called, given), { isEmptyObjectEmpty })).filter(isValues);
  return items.filter((item) => isMeant(called, item, given));
}

/** Whether an item has what the filters among the arguments say, as far as the service has not filtered by them. */
function isMeant({ args, item: members, search }: FunctionDefinition, item: Values, given: Values): boolean {
  const answered = search(given)?.answers ?? [];
  return args
    .filter(({ name, required }) => !required && given[name] !== undefined && given[name] !== null)
    .filter(({ name }) => !answered.includes(name) && members.some((member) => member.name === name))
    .every((node) => isSame(node, item[node.name], given[node.name]));
}
