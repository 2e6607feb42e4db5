import embed from "vega-embed";

/** Loaded as a classic script when a reader asks to explore a chart; `embed(element, spec, options)` draws it. */
/** @type {any} */ (globalThis).courseVega = { embed };
