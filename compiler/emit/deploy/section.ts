import type { Plan } from "../../plan/plan.ts";
import { header } from "../../text/header.ts";
import type { Artifact } from "../target.ts";

/** What the files of the deployment are made from. */
export type DeploySection = Pick<Plan, "airflow" | "catalogs" | "config" | "deploy" | "sources" | "topics">;

/** A file below `deploy/`, with the line that says where it comes from. */
export function deployFile({ deploy }: DeploySection, path: string, text: string): Artifact {
  const marked = path.endsWith(".md")
    ? header("markup", deploy.configFile)
    : header("hash", deploy.configFile);
  // A script begins with its interpreter.
  const [first, ...rest] = text.split("\n");
  const whole = first?.startsWith("#!") ? `${first}\n${marked}${rest.join("\n")}` : marked + text;
  return { path: `deploy/${path}`, text: whole, from: [] };
}
