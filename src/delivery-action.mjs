// Bundles the action that delivers reports into the two texts that odp emits: `odp:delivery-action` is a module that
// holds them. A plugin for each program that runs the compiler: esbuild, and vitest for the tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const NAME = "odp:delivery-action";
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const SOURCE = join(ROOT, "compiler/emit/openwhisk/action");

/** For OpenWhisk's kind `nodejs:20`, which loads CommonJS only. */
const COMMON = {
  bundle: true,
  write: false,
  format: "cjs",
  platform: "node",
  target: "node20",
  charset: "utf8",
  absWorkingDir: ROOT,
  logLevel: "warning",
};

/** `action` is to be read by reviewers; `libraries` is what others wrote, without white space. */
async function bundled() {
  const action = await build({
    ...COMMON,
    entryPoints: [join(SOURCE, "index.ts")],
    plugins: [
      {
        name: "libraries",
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/libraries\.ts$/ }, () => ({ path: "./libraries.js", external: true })),
      },
    ],
  });
  const libraries = await build({
    ...COMMON,
    entryPoints: [join(SOURCE, "libraries.ts")],
    minify: true,
    legalComments: "none",
  });
  return {
    action: action.outputFiles[0].text,
    libraries: `${licences(["fflate", "nodemailer"])}${libraries.outputFiles[0].text}`,
  };
}

/** Both licences ask to be kept with every copy. */
function licences(packages) {
  const file = (name, path) => readFileSync(join(ROOT, "node_modules", name, path), "utf8");
  const texts = packages.map((name) => {
    const { version } = JSON.parse(file(name, "package.json"));
    return `${name} ${version}\n\n${file(name, "LICENSE").trim()}`;
  });
  return `/*!\n${texts.join("\n\n").replaceAll("*/", "* /")}\n*/\n`;
}

async function moduleText() {
  const { action, libraries } = await bundled();
  return `export const ACTION = ${JSON.stringify(action)};\nexport const LIBRARIES = ${JSON.stringify(libraries)};\n`;
}

/** For esbuild. */
export function deliveryAction() {
  return {
    name: "delivery-action",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^odp:delivery-action$/ }, () => ({ path: NAME, namespace: "odp" }));
      onLoad({ filter: /.*/, namespace: "odp" }, async () => ({
        contents: await moduleText(),
        loader: "js",
      }));
    },
  };
}

/** For vitest. */
export function deliveryActionForTests() {
  return {
    name: "delivery-action",
    enforce: "pre",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? moduleText() : undefined),
  };
}
