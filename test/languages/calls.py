"""Prints as JSON what a Pulumi program in Python calls of a module: reads it, does not run it.

Arguments: the name that the module is imported as, then files. A value that is known only when the program runs is
{"unknown": true}; a member of an enum is {"enum": [type, member]}.
"""

import ast
import json
import sys


def value_of(node, module):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.List):
        return [value_of(each, module) for each in node.elts]
    if isinstance(node, ast.Dict):
        return {key.value: value_of(each, module) for key, each in zip(node.keys, node.values)}
    if name_in(node, module) and isinstance(node, ast.Call):
        return keywords_of(node, module)
    if isinstance(node, ast.Attribute) and name_in(node.value, module):
        return {"enum": [node.value.attr, node.attr]}
    return {"unknown": True}


def name_in(node, module):
    """The name after `module.` of what is called or accessed, if it is one."""
    target = node.func if isinstance(node, ast.Call) else node
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == module:
        return target.attr
    return None


def keywords_of(call, module):
    return {each.arg: value_of(each.value, module) for each in call.keywords}


def calls_in(path, module):
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read(), path)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_in(node, module)]
    return [{"name": name_in(call, module), "args": keywords_of(call, module)} for call in calls]


print(json.dumps({path: calls_in(path, sys.argv[1]) for path in sys.argv[2:]}))
