"""`xiaoer knowledge search`: files in, a ranking out, sentences for what is wrong."""

from typer.testing import CliRunner

from xiaoer.app.cli.knowledge import NothingToRank, NotUtf8
from xiaoer.app.cli.root import app

QUESTIONS = [
    "q1\t七天无理由退货怎么申请",
    "q2\t物流信息好几天没更新了怎么办",
    "q3\t怎么提高借款额度",
    "q4\t发票抬头写错了能重开吗",
]


def run(tmp_path, questions, queries, *more):
    (tmp_path / "q").write_bytes(questions)
    (tmp_path / "a").write_bytes(queries)
    names = [
        f"--{n}={tmp_path / f}" for n, f in (("questions", "q"), ("queries", "a"), ("out", "o"))
    ]
    done = CliRunner().invoke(app, ["knowledge", "search", *names, *more])
    out = tmp_path / "o"
    return done, out.read_text() if out.exists() else None


def test_every_query_is_answered_best_first_and_bad_lines_are_named(tmp_path):
    queries = (
        "a\t包裹卡在路上不走了\nb\t额渡太低能长点不\nno tab\nc\t@@@\na\t again\n\nd\t開票擡頭寫錯"
    )
    done, out = run(tmp_path, "\n".join(QUESTIONS).encode(), queries.encode("utf-8-sig"))
    assert done.exit_code == 0, done.output
    rows = dict(line.split("\t") for line in out.splitlines())
    assert list(rows) == ["a", "b", "c", "d"]
    assert all(sorted(row.split(",")) == ["q1", "q2", "q3", "q4"] for row in rows.values())
    assert [rows[each].split(",")[0] for each in "abd"] == ["q2", "q3", "q4"]
    assert "a:3:" in done.output
    assert "a:5:" in done.output


def test_what_is_no_list_is_a_sentence_and_nothing_is_written(tmp_path):
    done, out = run(tmp_path, "退钱".encode("gbk"), b"a\tb")
    assert isinstance(done.exception, NotUtf8)
    assert out is None
    done, out = run(tmp_path, b"only words\n", b"a\tb")
    assert isinstance(done.exception, NothingToRank)
    assert out is None
