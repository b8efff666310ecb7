// How long the state of a plan takes where the rules are tangled, beside CP-SAT:
// node tests/bench/tangled.mjs WASM NATIVE [PYTHON]
//
// Every unit may count in one of two or three of many groups, and the groups have floors if they are used.
// The instances are those of tests/tangled, every second one with hardly any room and nothing picked. CASES
// chooses how many of each size.

import { execFileSync } from "node:child_process";
import { engine, median, timed } from "./engine.mjs";
import { cpSat } from "./peers.mjs";

const [wasm, native, python] = process.argv.slice(2);
const cases = Number(process.env.CASES ?? 40);
const { Engine, tangled } = await engine(wasm);
const cp = python ? cpSat(python, "tangled.py") : null;

const shown = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
const widths = [10, 6, 6, 7, 7, 10, 10, 10, 10, 9, 9];
const line = (cells) => console.log(cells.map((cell, at) => String(cell).padStart(widths[at])).join("  "));
const most = (numbers) => Math.max(...numbers);

console.log("\nThe state of a plan under tangled rules, in milliseconds: median and most of each size\n");
line(["units", "met", "open", "broken", "?", "native", "most", "wasm", "most", "CP-SAT", "most"]);
const remarks = [];
for (const units of [40, 80, 120, 160, 200, 240]) {
  const states = { met: 0, open: 0, broken: 0, "?": 0 };
  const times = { native: [], wasm: [], cp: [] };
  const seeds = Array.from({ length: cases }, (_, seed) => [seed, units, 8 + (seed % 13)]);
  const natively = execFileSync(native, ["tangled", ...seeds.map((of) => of.join(":"))], { encoding: "utf8" });
  const lines = natively.trim().split("\n").map((one) => JSON.parse(one));
  for (const [at, of] of seeds.entries()) {
    const { file, picks } = JSON.parse(tangled(...of));
    const asked = Engine.read(JSON.stringify(file), "");
    asked.pick_codes(picks.join(" "));
    const found = timed(() => asked.state(), { runs: 9, budget: 50 });
    asked.free();
    states[found.answer] += 1;
    times.wasm.push(found.time);
    times.native.push(lines[at].nanoseconds / 1e6);
    if (lines[at].answer !== found.answer) remarks.push(`${of}: native and wasm differ`);
    if (!cp) continue;
    const [answer, time] = await cp.ask({ file, picks }, 1);
    times.cp.push(time);
    const ours = { met: "yes", open: "yes", broken: "no" }[found.answer];
    if (ours && answer !== "?" && ours !== answer) remarks.push(`${of}: ${found.answer}, and CP-SAT says ${answer}`);
  }
  const pair = (numbers) => (numbers.length ? [shown(median(numbers)), shown(most(numbers))] : ["", ""]);
  line([units, ...Object.values(states), ...pair(times.native), ...pair(times.wasm), ...pair(times.cp)]);
}
if (!cp) console.log("CP-SAT is left out: OR-Tools is not there.");
for (const remark of remarks) console.log(remark);
cp?.end();
