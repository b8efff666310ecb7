// Solvers of integer programs that the engine is held against: each takes a program of
// instances.mjs and returns the fewest hours, "-" where there is no choice, "?" where it gave up.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** How long one may take over one instance. */
export const SECONDS = 10;

export async function glpk() {
  const { default: make } = await import("glpk.js/node");
  const glpk = await make();
  const bounds = ({ least, most }) => {
    if (least === null) return { type: glpk.GLP_UP, ub: most, lb: 0 };
    if (most === null) return { type: glpk.GLP_LO, lb: least, ub: 0 };
    return { type: least === most ? glpk.GLP_FX : glpk.GLP_DB, lb: least, ub: most };
  };
  return (program) => {
    const named = (index) => `x${index}`;
    const model = {
      name: "fewest hours",
      objective: {
        direction: glpk.GLP_MIN,
        name: "hours",
        vars: program.costs.map((coef, index) => ({ name: named(index), coef })),
      },
      subjectTo: program.rows.map((row) => ({
        name: row.name,
        vars: row.terms.map(([index, coef]) => ({ name: named(index), coef })),
        bnds: bounds(row),
      })),
      binaries: program.costs.map((_, index) => named(index)),
    };
    return () => {
      const { result } = glpk.solve(model, { msglev: glpk.GLP_MSG_OFF, tmlim: SECONDS });
      if (result.status === glpk.GLP_OPT) return Math.round(result.z);
      return [glpk.GLP_NOFEAS, glpk.GLP_INFEAS].includes(result.status) ? "-" : "?";
    };
  };
}

export async function highs() {
  const { default: make } = await import("highs");
  const highs = await make();
  return (program) => {
    const sum = (terms) => terms.map(([index, factor]) => `${factor} x${index}`).join(" + ");
    const rows = program.rows.flatMap(({ name, terms, least, most }) => [
      ...(least === null ? [] : [`least_${name}: ${sum(terms)} >= ${least}`]),
      ...(most === null ? [] : [`most_${name}: ${sum(terms)} <= ${most}`]),
    ]);
    const names = program.costs.map((_, index) => `x${index}`);
    const hours = sum(program.costs.map((cost, index) => [index, cost]));
    const text = `Minimize\nhours: ${hours}\nSubject To\n${rows.join("\n")}\nBinary\n${names.join(" ")}\nEnd`;
    return () => {
      const found = highs.solve(text, { time_limit: SECONDS, mip_rel_gap: 0 });
      if (found.Status === "Optimal") return Math.round(found.ObjectiveValue);
      return found.Status === "Infeasible" ? "-" : "?";
    };
  };
}

export async function javascriptLpSolver() {
  const { default: solver } = await import("javascript-lp-solver");
  return (program) => {
    const model = { optimize: "hours", opType: "min", constraints: {}, variables: {}, binaries: {} };
    for (const { name, least, most } of program.rows) {
      model.constraints[name] = { ...(least !== null && { min: least }), ...(most !== null && { max: most }) };
    }
    program.costs.forEach((hours, index) => {
      model.variables[`x${index}`] = { hours };
      model.binaries[`x${index}`] = 1;
    });
    for (const { name, terms } of program.rows) {
      for (const [index, factor] of terms) model.variables[`x${index}`][name] = factor;
    }
    model.options = { timeout: SECONDS * 1000 };
    return () => {
      const found = solver.Solve(model);
      return found.feasible ? found.result : "-";
    };
  };
}

/** CP-SAT in a Python with ortools; asks for [answer, milliseconds]. */
export function cpSat(python, name = "cpsat.py") {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(python, [script], { stdio: ["pipe", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (program, runs) => {
      child.stdin.write(`${JSON.stringify({ ...program, runs, seconds: SECONDS })}\n`);
      const { value } = await lines.next();
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}
