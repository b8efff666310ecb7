// What the planner should say of a plan, worked out from the figures of the documents by the plain
// words of the rules: a second, slow and obvious engine for the seven qualifications.

import { credits, hours } from "./facts.mjs";

/**
 * @param codes the picked units, each of which counts
 * @returns {{ state: string, total: Amount, groups: Amount[], rules: string[][], hours: string[][] }}
 */
export function expected(qualification, codes) {
  const total = amount(credits(codes), qualification.overall, "credit");
  const groups = qualification.groups.map((group) => {
    const counted = credits(codes.filter((code) => group.units.includes(code)));
    return { ...amount(counted, group.bounds, "credit"), name: group.name, bounds: group.bounds };
  });
  const rules = [ruleOf(total, "in all")];
  for (const group of groups.filter((one) => one.bounds)) rules.push(ruleOf(group, `from ${group.name}`));
  if (qualification.unitCount) rules.push(ruleOf(amount(codes.length, qualification.unitCount, "unit"), "in all"));
  const missing = qualification.mandatory.filter((code) => !codes.includes(code));
  if (qualification.mandatory.length) rules.push(mandatory(missing, qualification.mandatory.length));

  const states = rules.map((rule) => rule.state);
  return { state: state(states), total, groups, rules, hours: hours(codes) };
}

/** How far a number has come: “30 of at least 37 credits, 7 more”. */
function amount(counted, bounds, noun) {
  if (!bounds) return { counted, line: plural(counted, noun) };
  const { least = 0, most = Infinity } = bounds;
  const detail = `${counted} of ${asked(bounds, noun)}`;
  const over = Math.max(0, counted - most);
  const short = Math.max(0, least - counted);
  const line = over ? `${detail}, ${over} too many` : short ? `${detail}, ${short} more` : detail;
  return { counted, detail, line, over, short, noun, asks: asked(bounds, "").trim(), asksForMore: least > 0 };
}

function asked({ least, most }, noun) {
  const last = most ?? least;
  const words =
    least === most ? `${least}` : !most ? `at least ${least}` : !least ? `at most ${most}` : `${least} to ${most}`;
  return noun ? `${words} ${last === 1 ? noun : `${noun}s`}` : words;
}

function ruleOf({ counted, over, short, asks, noun }, place) {
  const name = place === "in all" ? `${noun[0].toUpperCase()}${noun.slice(1)}s in all` : place.replace("from", "From");
  return { state: over ? "broken" : short ? "open" : "met", texts: [name, asks, `${counted}`] };
}

function mandatory(missing, all) {
  const texts = ["Mandatory units", `all ${all}`, `${all - missing.length}`];
  return { state: missing.length ? "open" : "met", texts };
}

/** What the mark before the sentence says. */
function state(states) {
  return states.includes("broken") ? /^\S*Broken: / : states.includes("open") ? /^Open: / : /^\S*Met: Complete/;
}

export const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
