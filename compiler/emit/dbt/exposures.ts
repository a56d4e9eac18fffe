import type { DbtExposure, DbtPlan } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaDbtValue } from "../../text/jinja.ts";
import { type YamlValue, yaml } from "../../text/yaml.ts";
import { ownership } from "./ownership.ts";
import { refCall } from "./sql.ts";

export function exposureYaml(exposure: DbtExposure): string {
  const { freshWithin, personalData } = exposure;
  // The owner of an exposure has a place of its own.
  const config = ownership(
    { owner: null, tags: exposure.tags },
    {
      ...(freshWithin === null ? {} : { fresh_within: freshWithin }),
      ...(personalData === null
        ? {}
        : {
            personal_data: {
              allow: personalData.allow.map(jinjaDbtValue),
              reason: jinjaDbtValue(personalData.reason),
            },
          }),
    },
  );
  const document = {
    exposures: [
      {
        name: exposure.name,
        label: jinjaDbtValue(exposure.label),
        type: exposure.type,
        ...(exposure.url === null ? {} : { url: exposure.url }),
        ...(exposure.description === "" ? {} : { description: jinjaDbtValue(exposure.description) }),
        owner: ownerYaml(exposure.owner),
        depends_on: exposure.dependsOn.map(refCall),
        ...(Object.keys(config).length === 0 ? {} : { config }),
      },
    ],
  };
  return `${header("hash", exposure.file)}${yaml(document)}`;
}

export function groupYaml({ name, owner }: DbtPlan["groups"][number], configFile: string): string {
  return `${header("hash", configFile)}${yaml({ groups: [{ name, owner: ownerYaml(owner) }] })}`;
}

function ownerYaml(owner: string): YamlValue {
  const text = jinjaDbtValue(owner);
  return owner.includes("@") ? { name: text, email: text } : { name: text };
}
