// The parts of the program that are fetched later: which there are, and the module that fetches them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts that are fetched right after the first screen, in this order and before any other. */
export const EARLY = ["next", "summary", "rest"];

/** The styles of what the other parts draw: they are fetched like a part. */
export const LATER_STYLES = "later";
/** The parts that draw with the first styles alone. */
const FIRST_STYLED = EARLY.slice(0, EARLY.indexOf("rest"));

/**
 * The parts in a folder as tools/bindgen leaves them: their bytes by name, and for each function that
 * the program calls to load some, their names. A file that several share has all their names; what an
 * early part shares with others is in `sharedWith`, for the first of those parts that has it.
 */
export function readParts(folder) {
  const written = Object.entries(JSON.parse(readFileSync(join(folder, "parts.json"), "utf8")));
  const users = new Map();
  for (const [part, files] of written) for (const file of files) users.set(file, [...(users.get(file) ?? []), part]);
  const named = (file) => {
    const [first, ...others] = users.get(file);
    return others.length || !file.startsWith("split_") ? [first, ...others, "shared"].join("-") : first;
  };
  const names = new Map([...users.keys()].map((file) => [file, named(file)]));
  if (new Set(names.values()).size < names.size) throw new Error("two parts would have one name");
  const parts = new Map([...names].map(([file, name]) => [name, readFileSync(join(folder, `${file}.wasm`))]));
  const sharedWith = new Map(EARLY.map((part) => [part, []]));
  for (const [file, name] of names) {
    const first = EARLY.find((part) => users.get(file).includes(part));
    if (first && name !== first) sharedWith.get(first).push(name);
  }
  const loads = written.map(([part, files]) => [`__wasm_split_load_${part}`, files.map((file) => names.get(file))]);
  return { parts, loads, sharedWith };
}

/** What the parts take from the program: names by the name of the module. */
export function sharedBy(parts) {
  const shared = {};
  for (const part of parts) {
    for (const { module, name } of WebAssembly.Module.imports(new WebAssembly.Module(part))) (shared[module] ??= new Set()).add(name);
  }
  return shared;
}

/** The function that loads parts: their files, and what it calls in the program when it is done. */
export const LOAD = "loadParts";

/** The part that is drawn in one frame with the one before it: it says where the plan stands that is judged by then. */
const WITH_THE_ONE_BEFORE = "__wasm_split_load_summary";

/** The functions that the program calls to load parts, name and code of each. */
export const pointsOf = (loads, files) =>
  loads.map(([point, parts]) => {
    const styles = parts.every((part) => FIRST_STYLED.includes(part)) ? [] : [LATER_STYLES];
    const wanted = JSON.stringify([...parts, ...styles].map((part) => files.get(part)));
    return [point, `(callback, data) => ${LOAD}(${wanted}, callback, data${point === WITH_THE_ONE_BEFORE ? ", true" : ""})`];
  });

/** The function that takes parts which come while the program that they belong to is still on its way. */
export const AHEAD = "takeAhead";

/** The sheet of styles that every planner of a page adopts, and that is filled when the later ones come. */
export const STYLES = "laterStyles";

/** The module that loads parts. What was fetched is kept; what could not be is asked for anew. */
export function loader(shared, styles) {
  // In a quick build a name of this kind holds the parts of one build together: its value says nothing.
  const value = (name) => (name.startsWith("__canary") ? "~0xdead" : `wasm.${name}`);
  const given = Object.entries(shared).map(
    ([module, names]) => `${module}: { ${[...names].map((name) => `${name}: ${value(name)}`).join(", ")} }`,
  );
  return `import { wasm } from "./planner.js";
const fetched = {};
export const ${STYLES} = new CSSStyleSheet();
const part = (name, answer, program) =>
  (fetched[name] ??= (async () => {
    answer ??= fetch(new URL(name, import.meta.url));
    if (name === ${JSON.stringify(styles)}) {
      const file = await answer;
      if (!file.ok) throw file;
      return ${STYLES}.replaceSync(await file.text());
    }
    const code = await WebAssembly.compileStreaming(answer);
    await program;
    return WebAssembly.instantiate(code, { ${given.join(", ")} });
  })().catch((error) => {
    delete fetched[name];
    throw error;
  }));
// What is there is drawn before a part does more: all may have come by then. A page that is not seen draws no frame.
const frame = () =>
  new Promise((begin) => {
    requestAnimationFrame(() => setTimeout(begin));
    setTimeout(begin, 99);
  });
export const ${AHEAD} = (answers, program) => {
  for (const [name, answer] of answers) part(name, answer, program).catch(() => {}); // Who asks for it hears of that.
};
export const ${LOAD} = (names, callback, data, atOnce) =>
  Promise.all(names.map((name) => part(name)))
    .then(() => atOnce || frame())
    .then(
      () => true,
      () => false,
    )
    .then((done) => wasm.__indirect_function_table.get(callback)(data, done));
`;
}
