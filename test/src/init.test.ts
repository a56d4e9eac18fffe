import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { initCommand } from "../../src/commands/init.ts";
import { temporaryFolder } from "./command.ts";
import { recordingTerminal } from "./terminal.ts";

test("the first pipeline is the quickstart of the examples", () => {
  const folder = temporaryFolder();
  const project = join(folder.path, "quickstart");
  expect(initCommand(project, recordingTerminal())).toBe(0);
  const made = readFileSync(join(project, "pipeline.ts"), "utf8");
  folder.remove();
  expect(made).toBe(readFileSync(new URL("../../examples/quickstart/pipeline.ts", import.meta.url), "utf8"));
});

test("a project's name comes from its folder", () => {
  const folder = temporaryFolder();
  const names = ["My Shop-2", "9 lives", "ärger", "___"].map((name) => {
    const project = join(folder.path, name);
    expect(initCommand(project, recordingTerminal())).toBe(0);
    return /project: "(.*)"/u.exec(readFileSync(join(project, "odp.config.ts"), "utf8"))?.[1];
  });
  folder.remove();
  expect(names).toEqual(["my_shop_2", "lives", "rger", "shop"]);
});

test("a folder that holds a project already is left alone", () => {
  const folder = temporaryFolder();
  initCommand(folder.path, recordingTerminal());
  const terminal = recordingTerminal();
  expect(initCommand(folder.path, terminal)).toBe(2);
  folder.remove();
  expect(terminal.text()).toContain("nothing was written");
});
