import { expect, test } from "vitest";
import { template } from "../../../compiler/text/template.ts";

const render = (source: string, view: object): string => template<object>("test", source)(view);

test("prints values and leaves Jinja alone", () => {
  const source = String.raw`<% for task in v.tasks %>
<$ task.name $> = {{ ds }} {# kept #} "\n"
  <% if task.last %>
# last
  <% endif %>
<% endfor %>
<#- nothing -#>
`;
  const tasks = [
    { name: "a", last: false },
    { name: "b", last: true },
  ];
  expect(render(source, { tasks })).toBe(
    'a = {{ ds }} {# kept #} "\\n"\nb = {{ ds }} {# kept #} "\\n"\n# last\n',
  );
});

test.each([
  ["an unknown key", "<$ v.a.missing $>"],
  ["an unknown key in a condition", "<% if v.missing %>x<% endif %>"],
  ["an unknown key in a loop", "<% for x in v.missing %>x<% endfor %>"],
  ["a key of the prototype", "<$ v.constructor $>"],
  ["an object", "<$ v.a $>"],
  ["a list", "<$ v.list $>"],
  ["an object in a text", "<$ v.a ~ '' $>"],
  ["nothing", "<$ v.nothing $>"],
  ["a missing item", "<$ v.list[5] $>"],
  ["a variable beside the root", "<$ w.a $>"],
])("refuses to print %s", (_, source) => {
  expect(() => render(source, { a: { b: "c" }, list: ["x", "y"], nothing: null })).toThrow(
    /template|undefined/,
  );
});

test("escapes nothing", () => {
  expect(render("<$ v.a $>", { a: "<&\"'>" })).toBe("<&\"'>");
});
