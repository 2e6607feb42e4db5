/** What the course uses of vega-embed, whose own declarations reach into files that ship none. */
export default function embed(place: HTMLElement, spec: any, options?: any): Promise<{ finalize(): void }>;
