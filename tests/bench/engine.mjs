// The engine as WebAssembly, in Node.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

export async function engine(folder) {
  const glue = await import(pathToFileURL(join(folder, "bench_engine.js")).href);
  glue.initSync({ module: await readFile(join(folder, "bench_engine_bg.wasm")) });
  return glue;
}

/** The answer, and the median time in milliseconds. */
export function timed(ask, { runs = 101, budget = 400 } = {}) {
  const answer = ask();
  const times = [];
  const begun = performance.now();
  while (times.length < 3 || (times.length < runs && performance.now() - begun < budget)) {
    const start = performance.now();
    ask();
    times.push(performance.now() - start);
  }
  return { answer, time: median(times) };
}

export function median(numbers) {
  return [...numbers].sort((one, two) => one - two)[Math.floor(numbers.length / 2)];
}
