import { idsOf } from "../../core/ids.js";

/**
 * Boards that take no thought: everybody on every card, one lead or one sign or one span for all, the calendar read from
 * its end, the lead as judge, and guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Area} Area */
/** @typedef {import("./facts.js").Board} Board */
/** @typedef {import("./facts.js").ReadCard} ReadCard */

/** A board has no more cards than a person would make. */
const MOST_CARDS = 12;

/**
 * A card for each area with everybody on it: with its own sign or another, in turn or all the time; whoever leads.
 * @param {Exercise} exercise
 * @returns {Board[]}
 */
export function everything(exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { palette, areas, indicators, quarters } = setting;
  const ids = idsOf(palette);
  const all = (/** @type {string} */ lead) => ids.filter((id) => id !== lead);
  const inTurn = areas.map((area, place) => (
    { ...cardOf(setting, area, place), lead: ids[place % ids.length], partners: all(ids[place % ids.length]) }
  ));
  const oneLead = (/** @type {string} */ lead) => inTurn.map((card) => ({ ...card, lead, partners: all(lead) }));
  const allTheTime = (/** @type {ReadCard[]} */ cards) => cards.map((card) => ({ ...card, start: 1, end: quarters }));
  const last = ids[ids.length - 1];
  return [
    { cards: inTurn, review: { quarter: quarters, by: last } },
    { cards: allTheTime(inTurn), review: { quarter: quarters, by: last } },
    ...ids.map((lead) => ({ cards: allTheTime(oneLead(lead)), review: { quarter: quarters, by: lead } })),
    ...indicators.map(({ id }) => (
      { cards: inTurn.map((card) => ({ ...card, indicator: id })), review: { quarter: quarters, by: last } }
    )),
  ];
}

/**
 * Cards in the right hands, but with one lead, one sign, one span, one area or the same partners for all.
 * @param {Exercise} exercise
 * @returns {Board[]}
 */
export function oneValue(exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { palette, areas, indicators, quarters } = setting;
  const good = areas.map((area, place) => cardOf(setting, area, place));
  const others = palette.filter(({ id }) => !good.some(({ lead }) => lead === id));
  const review = { quarter: quarters, by: (others[0] ?? palette[0]).id };
  const same = (/** @type {Partial<ReadCard>} */ part) => ({ cards: good.map((card) => ({ ...card, ...part })), review });
  const circle = [...new Set(areas.flatMap(({ hands = [] }) => hands.map((group) => group[0])))];
  return [
    ...palette.map(({ id }) => ({ ...same({ lead: id }), review: { quarter: quarters, by: id } })),
    ...palette.map(({ id }) => same({ lead: id })),
    ...indicators.map(({ id }) => same({ indicator: id })),
    ...areas.map(({ id }) => same({ area: id })),
    same({ start: 1, end: quarters }),
    same({ start: 1, end: 1 }),
    same({ partners: circle }),
    same({ partners: [] }),
  ];
}

/**
 * The calendar read from its end, with the look back before the work; and the first lead as the one who looks back.
 * @param {Exercise} exercise
 * @param {Board} good
 * @returns {Board[]}
 */
export function reversed({ setting: { quarters } }, { cards, review }) {
  const turned = (/** @type {number | null} */ quarter) => (quarter === null ? null : quarters + 1 - quarter);
  const back = cards.map((card) => ({ ...card, start: turned(card.end), end: turned(card.start) }));
  const swapped = cards.map((card) => ({ ...card, start: card.end, end: card.start }));
  return [
    { cards: back, review: review && { ...review, quarter: turned(review.quarter) } },
    { cards: swapped, review },
    { cards, review: review && cards[0] ? { ...review, by: cards[0].lead } : review },
  ];
}

/**
 * A few cards or many; half of them made with care for areas, leads, signs and load, as somebody guesses who has read
 * the brief.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Board}
 */
export function random(exercise, random) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { palette, areas, quarters } = setting;
  const isCareful = random.chance();
  const count = random.chance(0.8) ? random.between(Math.ceil(areas.length / 2), areas.length) : random.between(1, MOST_CARDS);
  const order = random.shuffled(areas);
  const leads = random.shuffled(idsOf(palette));
  const cards = Array.from({ length: count }, (_, place) => {
    const card = anyCard(setting, isCareful, random);
    return isCareful ? { ...card, area: order[place % order.length].id, lead: leads[place % (leads.length - 1)] } : card;
  });
  const fitting = cards.map((card) => (isCareful ? { ...card, indicator: signFor(setting, card.area ?? "", random) } : card));
  const by = isCareful ? leads[leads.length - 1] : random.pick(leads);
  return { cards: fitting, review: { quarter: random.between(Math.ceil(quarters / 2), quarters), by } };
}

/**
 * @param {Exercise} exercise
 * @param {Board} answer
 * @param {Random} random
 * @returns {Board}
 */
export function step(exercise, { cards, review }, random) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const turn = random.share();
  if (turn < 0.1) {
    return { cards, review: { quarter: random.between(1, setting.quarters), by: random.pick(setting.palette).id } };
  }
  if (cards.length === 0 || (turn < 0.2 && cards.length < MOST_CARDS)) {
    return { cards: [...cards, anyCard(setting, random.chance(), random)], review };
  }
  const index = random.below(cards.length);
  if (turn < 0.27) return { cards: cards.filter((_, other) => other !== index), review };
  const card = cards[index];
  const partner = random.pick(setting.palette).id;
  const partners = card.partners.includes(partner) ? card.partners.filter((id) => id !== partner) : [...card.partners, partner];
  const fresh = anyCard(setting, random.chance(), random);
  const change = random.pick([
    { partners }, { partners }, { lead: fresh.lead }, { area: fresh.area }, { start: fresh.start, end: fresh.end },
    { indicator: random.chance() ? fresh.indicator : signFor(setting, card.area ?? "", random) },
  ]);
  return { cards: cards.map((other, at) => (at === index ? { ...other, ...change } : other)), review };
}

/**
 * A card that is sound by itself: in the right hands, with a sign of change, in its turn.
 * @param {Setting} setting
 * @param {Area} area
 * @param {number} place
 * @returns {ReadCard}
 */
function cardOf({ areas, palette, indicators, quarters }, { id, hands = [] }, place) {
  const own = indicators.filter((sign) => sign.area === id);
  const involved = [...new Set([...hands.map((group) => group[place % group.length]), palette[place % palette.length].id])];
  const length = Math.max(1, Math.floor(quarters / areas.length));
  const start = Math.min(quarters, 1 + place * length);
  const sign = own.find(({ shows }) => shows === "change") ?? own[0] ?? indicators[0];
  return { area: id, lead: involved[0], partners: involved.slice(1), start, end: Math.min(quarters, start + length), indicator: sign.id };
}

/** @param {Setting} setting @param {boolean} isCareful @param {Random} random @returns {ReadCard} */
function anyCard({ areas, palette, indicators, quarters, most_partners: most = palette.length }, isCareful, random) {
  const lead = random.pick(palette).id;
  const wanted = random.shuffled(random.subset(idsOf(palette))).filter((id) => id !== lead);
  const start = random.between(1, quarters);
  return {
    area: random.pick(areas).id, lead, partners: isCareful ? wanted.slice(0, random.between(1, most)) : wanted,
    start, end: random.between(start, Math.min(quarters, isCareful ? start + 4 : quarters)), indicator: random.pick(indicators).id,
  };
}

/** A sign that names the area, mostly. @param {Setting} setting @param {string} area @param {Random} random @returns {string} */
function signFor({ indicators }, area, random) {
  const own = indicators.filter((sign) => sign.area === area);
  return random.pick(own.length > 0 && random.chance(0.9) ? own : indicators).id;
}
