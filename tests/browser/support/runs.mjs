// How much is tried. `make check-all` sets QP_ALL: then every text, file and width is, where a sample will
// do from day to day.
//
// And how often the tests run that stop a browser at a random moment, and with which seeds.
// A few by themselves; `make endurance` sets QP_RUNS. The seed stands in the name of each test:
// QP_SEED=317 QP_RUNS=1 does that one again. The moment itself is the machine's and comes as it comes.

/** Whether everything is tried. */
export const everything = Boolean(process.env.QP_ALL);

/** One of so many; all of them where everything is tried. */
export const sample = (list, every) => (everything ? list : list.filter((_, at) => at % every === 0));

/** Every other one, from the first or the second on by turns; all of them where everything is tried. */
export const byTurns = (list, turn) => (everything ? list : list.filter((_, at) => at % 2 === turn % 2));

/** The seeds of the runs; so many where nobody asks for another number. */
export function seeds(few) {
  const first = Number(process.env.QP_SEED ?? 1);
  return Array.from({ length: Number(process.env.QP_RUNS ?? few) }, (_, run) => first + run);
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
export function random(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`. */
export const between = (next, least, most) => least + Math.floor(next() * (most - least + 1));
