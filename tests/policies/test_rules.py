"""Tables decided one by one and by the million, held to a reading of the rules word by word."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import column, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB

from tests.nightly import examples
from tests.policies.factories import row, table
from xiaoer.policies.models import Outcome
from xiaoer.policies.rules import content, vectorised
from xiaoer.policies.rules.evaluating import Compiled

INTS = ("case.days_since_delivery", "case.attempts")
CENTS = ("case.requested_cents", "case.refundable_cents")
NUMBERS = st.integers(-2, 12)
AMOUNTS = st.integers(-3, 40_000) | st.sampled_from([-(2**53) + 1, 2**53 - 1])
KINDS = st.sampled_from(["refund_only", "return_refund", "exchange"])
FLAGS = st.lists(st.sampled_from(["custom_made", "perishable", "gift"]), unique=True, max_size=3)


def numeric(name: str):
    values = AMOUNTS if name in CENTS else NUMBERS
    others = CENTS if name in CENTS else INTS
    ref = st.sampled_from(others).map(lambda other: {"fact": other})
    return st.one_of(
        st.builds(lambda v: {"eq": v}, values | ref),
        st.builds(lambda v: {"lte": v}, values | ref),
        st.builds(lambda v: {"gte": v}, values | ref),
        st.builds(lambda a, b: {"between": sorted((a, b))}, values, values),
        st.builds(lambda v: {"in": v}, st.lists(values, min_size=1, max_size=3)),
    )


EXISTS = st.booleans().map(lambda known: {"exists": known})
CELLS: dict[str, st.SearchStrategy[Any]] = {
    **{name: numeric(name) | EXISTS for name in (*INTS, *CENTS)},
    "case.kind": st.one_of(
        KINDS.map(lambda v: {"eq": v}),
        st.lists(KINDS, min_size=1, max_size=2).map(lambda v: {"in": v}),
        EXISTS,
        st.just({"any": True}),
    ),
    "store.seven_day": st.booleans().map(lambda v: {"eq": v}) | EXISTS,
    "line.flags": st.builds(
        lambda op, words: {op: words},
        st.sampled_from(["has", "any", "lacks"]),
        FLAGS.filter(bool),
    ),
}
WHENS = st.lists(st.sampled_from(list(CELLS)), unique=True, max_size=4).flatmap(
    lambda names: st.fixed_dictionaries({name: CELLS[name] for name in names})
)
SHARES = st.builds(
    lambda bp, low, more: (
        {"share": {"of": "case.requested_cents", "bp": bp, "min": low}}
        if more is None
        else {"share": {"of": "case.requested_cents", "bp": bp, "min": low, "max": low + more}}
    ),
    st.integers(0, 20_000),
    st.integers(0, 500),
    st.none() | st.integers(0, 5000),
)
MONEY = st.integers(0, 900) | st.just({"fact": "case.refundable_cents"}) | SHARES
THENS = st.fixed_dictionaries(
    {},
    optional={
        "decision": st.sampled_from(["approve", "refuse", "review"]),
        "max_cents": MONEY,
        "compensation_cents": MONEY,
    },
)


@st.composite
def tables(draw):
    rows = [row(f"R{n}", draw(WHENS), draw(THENS)) for n in range(draw(st.integers(0, 5)))]
    hit = draw(st.sampled_from(["first", "first", "collect", "max", "min"]))
    default = draw(st.none() | THENS.map(lambda then: {"then": then, "clause": "1"}))
    made = table(*rows, hit=hit, default=default)
    made["outputs"] = ["decision", "max_cents", "compensation_cents"]
    return made | ({"by": "max_cents"} if hit in ("max", "min") else {})


FACTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(INTS, NUMBERS),
        **dict.fromkeys(CENTS, AMOUNTS),
        "case.kind": KINDS,
        "store.seven_day": st.booleans(),
        "line.flags": FLAGS,
    },
)


LACKING = table(row("R0", {"line.flags": {"lacks": ["gift"]}}, {}))
"""SQL reads `NOT (…) IS NULL` as `NOT ((…) IS NULL)`; once the unknown list counted as lacking."""


class Unknown(Exception):
    pass


def of(facts, name):
    if name not in facts:
        raise Unknown(name)
    return facts[name]


def cell_holds(facts, name, cell):
    ((op, value),) = cell.items()
    if op == "exists":
        return (name in facts) == value
    if op == "any" and value is True:
        return True
    found = of(facts, name)
    if isinstance(value, dict):
        value = of(facts, value["fact"])
    return {
        "eq": lambda: found == value,
        "lte": lambda: found <= value,
        "gte": lambda: found >= value,
        "between": lambda: value[0] <= found <= value[1],
        "in": lambda: found in value,
        "has": lambda: all(word in found for word in value),
        "any": lambda: any(word in found for word in value),
        "lacks": lambda: not any(word in found for word in value),
    }[op]()


def row_holds(facts, when):
    """True, False, or "unknown": false as soon as one cell is."""
    unknown = False
    for name, cell in when.items():
        try:
            if not cell_holds(facts, name, cell):
                return False
        except Unknown:
            unknown = True
    return "unknown" if unknown else True


def amount(facts, output):
    if not isinstance(output, dict):
        return output
    if "fact" in output:
        return of(facts, output["fact"])
    share = output["share"]
    exact = of(facts, share["of"]) * share["bp"]
    part = max(0, exact // 10_000 + (1 if exact % 10_000 >= 5_000 else 0))
    return max(share["min"], min(part, share.get("max", part)))


def naive(made, facts):
    """(outcome, row, outputs) read word by word."""
    asks = (Outcome.NEED_FACT, None, {})
    hits = []
    for each in made["rows"]:
        held = row_holds(facts, each["when"])
        if held == "unknown":
            return asks
        if held:
            hits.append(each)
            if made["hit"] == "first":
                break
    try:
        if hits and made["hit"] in ("max", "min"):
            valued = [(amount(facts, e["then"]["max_cents"]), e) for e in hits
                      if "max_cents" in e["then"]]  # fmt: skip
            best = (max if made["hit"] == "max" else min)((v for v, _ in valued), default=None)
            hits = [next(e for v, e in valued if v == best)] if valued else []
        chosen = hits or ([made["default"]] if made["default"] else [])
        found = [{k: amount(facts, v) for k, v in each["then"].items()} for each in chosen]
    except Unknown:
        return asks
    if made["hit"] == "collect":
        outputs = {"items": [each for each in found if each]}
    else:
        outputs = found[0] if found else {}
    return (
        (Outcome.MATCHED, hits[0]["id"], outputs) if hits else (Outcome.DEFAULT, "default", outputs)
    )


@pytest.mark.row("POL-2")
class TestEvaluator:
    @given(tables(), FACTS)
    @settings(max_examples=examples(150, nightly=2000), deadline=None)
    def test_it_reads_tables_word_by_word(self, made, facts):
        result = Compiled(content.read(made))(facts)
        assert (result.outcome, result.row, result.outputs) == naive(made, facts)
        assert (result.outcome is Outcome.NEED_FACT) == bool(result.needs)
        assert not set(result.needs) & set(facts)

    @given(tables(), FACTS)
    @settings(max_examples=examples(60, nightly=500), deadline=None)
    def test_the_same_facts_give_the_same_bytes(self, made, facts):
        turned = dict(reversed(list(facts.items())))
        assert Compiled(content.read(made))(facts) == Compiled(content.read(made))(turned)
        again = {key: made[key] for key in reversed(list(made))}
        assert content.fingerprint(again) == content.fingerprint(made)

    @given(tables(), FACTS)
    @settings(max_examples=examples(60, nightly=500), deadline=None)
    def test_rows_nearly_matched_name_the_first_cell_that_failed(self, made, facts):
        result = Compiled(content.read(made))(facts)
        for miss in result.near:
            when = next(each["when"] for each in made["rows"] if each["id"] == miss.row)
            ordered = [name for name in made["facts"] if name in when]
            failed = [n for n in ordered if row_holds(facts, {n: when[n]}) is False]
            assert (miss.fact, miss.failed) == (failed[0], len(failed))
            assert miss.was == facts.get(miss.fact)


class TestVectorised:
    @given(made=tables(), cases=st.lists(FACTS, min_size=1, max_size=12))
    @example(made=LACKING, cases=[{}])
    @settings(
        max_examples=examples(50, nightly=500),
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_a_million_at_once_is_the_same_as_one_by_one(self, session, made, cases):
        read = content.read(made)
        listed = (
            func.jsonb_array_elements(literal(cases, JSONB))
            .table_valued(column("facts", JSONB), with_ordinality="place")
            .render_derived(name="listed")
        )
        with session.begin_nested():  # a broken statement must not hide behind the next one
            rows = session.execute(vectorised.over(read, select(listed).subquery())).all()
        run = Compiled(read)
        assert len(rows) == len(cases)
        for each in rows:
            one = run(cases[each.place - 1])
            assert (each.new_outcome, each.new_row) == (one.outcome.value, one.row)
            assert each.new_outputs == one.outputs
