export { type KindCase, kindCases } from "../kinds";
