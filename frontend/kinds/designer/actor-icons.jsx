/**
 * One sign per type of actor, on a 20 by 20 grid. The type is always also written out.
 * @type {Record<string, string>}
 */
const SHAPES = {
  local_gov: "M3 17V9l4-3 4 3v8M11 17V4.5h6V17M6 11.5h2M6 14h2M13.5 7.5h1M13.5 10.5h1M13.5 13.5h1M2 17h16",
  national_gov: "M3 8l7-4.5L17 8zM4.5 8v7M8.2 8v7M11.8 8v7M15.5 8v7M2.5 17h15",
  regional_body: "M6.5 6.5a3 3 0 1 0 .01 0M13.5 6.5a3 3 0 1 0 .01 0M10 11a3 3 0 1 0 .01 0",
  global_body: "M10 3a7 7 0 1 0 .01 0M3 10h14M10 3c-4.5 4-4.5 10 0 14M10 3c4.5 4 4.5 10 0 14",
  int_org: "M10 3a7 7 0 1 0 .01 0M3 10h14M10 3c-4.5 4-4.5 10 0 14M10 3c4.5 4 4.5 10 0 14",
  rcp: "M3 5h9v6H7l-2.5 2.5V11H3zM14 8.5h3V15h-1.5v2L13 15H9",
  civil_society: "M10 16.5S3.5 12.5 3.5 8A3.3 3.3 0 0 1 10 6.8 3.3 3.3 0 0 1 16.5 8c0 4.5-6.5 8.5-6.5 8.5z",
  migrants:
    "M7 4.5a2.2 2.2 0 1 0 .01 0M13.5 6a1.9 1.9 0 1 0 .01 0M2.8 16c0-3.5 1.7-5 4.2-5s4.2 1.5 4.2 5zM13.5 11.5c2.3 0 3.7 1.4 3.7 4.5h-3",
  academia: "M2.5 8L10 4.5 17.5 8 10 11.5zM5.5 9.8V14c2.5 2 6.5 2 9 0V9.8M17.5 8v5",
  private: "M3 7h14v9.5H3zM7.5 7V4.5h5V7M3 11.5h14",
  union: "M4 16.5v-5l3-3 3 2 3-2 3 3v5M7 8.5V5M13 8.5V5M10 10.5V4",
  hri: "M10 3v14M5 17h10M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z",
};

/** @param {{type: string}} props */
export function ActorIcon({ type }) {
  return (
    <svg class="designer-sign" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={SHAPES[type] ?? "M10 4a6 6 0 1 0 .01 0"} />
    </svg>
  );
}
