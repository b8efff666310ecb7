"""Whether tangled rules can be met, by CP-SAT: reads {"file", "picks", "seconds"} as JSON, one a line, and
writes [answer, milliseconds]: "yes", "no" or "?". The rules are read off the catalogue file itself."""

import json
import sys
import time

from ortools.sat.python import cp_model


def model_of(file, picks):
    qualification, units = file["qualifications"][0], file["units"]
    place = {unit["code"]: index for index, unit in enumerate(units)}
    credits = [unit["credits"] for unit in units]
    model = cp_model.CpModel()
    # Whether a unit counts in a group, counts at all, and whether a group is used.
    counts = {
        (place[code], group["id"]): model.new_bool_var("")
        for group in qualification["groups"]
        for code in group["units"]
    }
    taken = [model.new_bool_var("") for _ in units]
    for index, unit in enumerate(taken):
        model.add(sum(var for (of, _), var in counts.items() if of == index) == unit)
    used = {group["id"]: model.new_bool_var("") for group in qualification["groups"]}
    for group, var in used.items():
        model.add_max_equality(var, [one for (_, of), one in counts.items() if of == group])
    barred = [rule["units"] for rule in qualification["rules"] if rule["kind"] == "barred"]
    for pick in picks:
        # It counts, or makes way for one that does not count beside it.
        beside = {pick}.union(*(codes for codes in barred if pick in codes))
        model.add_bool_or([taken[place[code]] for code in beside])

    def bound(amount, rule):
        bounds = []
        if "at_least" in rule:
            bounds.append(model.add(amount >= rule["at_least"]))
        if "at_most" in rule:
            bounds.append(model.add(amount <= rule["at_most"]))
        return bounds

    def credits_where(holds):
        return sum(credits[index] * taken[index] for index, unit in enumerate(units) if holds(unit))

    subjects = sorted({unit["subject"] for unit in units})
    for rule in qualification["rules"]:
        level = rule.get("of", {}).get("level_from", 0)
        if rule["kind"] == "barred":
            model.add(sum(taken[place[code]] for code in rule["units"]) <= 1)
        elif rule["kind"] == "mandatory":
            for code in rule["units"]:
                model.add(taken[place[code]] == 1)
        elif rule["kind"] == "share":
            model.add(2 * credits_where(lambda unit: unit["level"] >= level) >= credits_where(lambda _: True))
        elif rule["measure"] == "groups":
            bound(sum(used.values()), rule)
        elif rule["measure"] == "subjects":
            there = []
            for subject in subjects:
                there.append(model.new_bool_var(""))
                of = [taken[index] for index, unit in enumerate(units) if unit["subject"] == subject]
                model.add_max_equality(there[-1], of)
            bound(sum(there), rule)
        elif rule.get("each_subject"):
            for subject in subjects:
                bound(credits_where(lambda unit: unit["subject"] == subject), rule)
        elif rule["measure"] == "units":
            bound(sum(taken), rule)
        elif "group" in rule:
            amount = sum(credits[of] * var for (of, group), var in counts.items() if group == rule["group"])
            if rule.get("if_used"):
                model.add(amount >= rule["at_least"]).only_enforce_if(used[rule["group"]])
                rule = {key: value for key, value in rule.items() if key != "at_least"}
            bound(amount, rule)
        else:
            bound(credits_where(lambda unit: unit["level"] >= level), rule)
    return model


for line in sys.stdin:
    asked = json.loads(line)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = asked["seconds"]
    solver.parameters.num_workers = 1
    model = model_of(asked["file"], asked["picks"])
    begun = time.perf_counter()
    status = solver.solve(model)
    spent = (time.perf_counter() - begun) * 1000
    answers = {cp_model.OPTIMAL: "yes", cp_model.FEASIBLE: "yes", cp_model.INFEASIBLE: "no"}
    print(json.dumps([answers.get(status, "?"), spent]), flush=True)
