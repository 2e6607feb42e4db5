/** Modules that the build writes from the folders of frontend/kinds and frontend/locales: nothing is registered by hand. */

declare module "virtual:facts" {
  export const facts: Record<string, import("./types").KindFacts>;
}

declare module "virtual:kinds" {
  export const views: Record<string, any>;
}

declare module "virtual:locales" {
  export const locales: Record<string, Record<string, string | Record<string, string>>>;
}

declare module "virtual:refusals" {
  export const refusals: Record<string, string>;
}

declare module "virtual:careless" {
  export const careless: Record<string, import("./types").KindCareless>;
}

declare module "virtual:shared" {
  /** What the shared script of the pages gives to the scripts of the kinds. */
  export const shared: unknown[];
}

declare module "virtual:words" {
  export const words: Record<string, { describe: import("./types").Describe }>;
}

/** Of the bundler: runs a module of ours at the first call. */
declare function require(path: string): any;
