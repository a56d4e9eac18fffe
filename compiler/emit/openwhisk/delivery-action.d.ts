/** Made by `src/delivery-action.mjs` from the folder `action`. */
declare module "odp:delivery-action" {
  /** The action, one CommonJS file that requires `./libraries.js`. */
  export const ACTION: string;
  /** What it needs of others. */
  export const LIBRARIES: string;
}
