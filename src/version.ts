import packageJson from "../package.json" with { type: "json" };

/** Version of odp. */
export const VERSION: string = packageJson.version;
