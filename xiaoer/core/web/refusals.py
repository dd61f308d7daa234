"""Every expected no as `{code, message, detail}` with the right status; never a 500."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, OperationalError
from starlette.exceptions import HTTPException

from xiaoer.core import i18n
from xiaoer.core.errors import BrokenText, DeskError

SENTENCES = {
    "Malformed": ("提交的内容不符合要求。", "The request is malformed."),
    "NotFound": ("没有找到。", "There is nothing here."),
    "MethodNotAllowed": ("这里不支持这种操作。", "This is not possible here."),
    "TooLarge": ("内容太大。", "The request is too large."),
    "Refused": ("请求被拒绝。", "The request was refused."),
    "Busy": (
        "数据库暂时连不上，什么都没有改变，请稍后再试。",
        "The database is away for a moment; nothing was changed. Please try again.",
    ),
}
CODES = {404: "NotFound", 405: "MethodNotAllowed", 413: "TooLarge"}

logger = logging.getLogger(__name__)


def install(app: FastAPI) -> None:
    app.add_exception_handler(DeskError, _desk_error)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DataError, _broken_text)
    app.add_exception_handler(UnicodeEncodeError, _broken_text)
    app.add_exception_handler(OperationalError, _busy)


def _locale(request: Request) -> i18n.Locale:
    """What the signed-in person reads; else what the browser asks for."""
    return i18n.locale_of(
        getattr(request.state, "locale", None) or request.headers.get("accept-language")
    )


def _answer(request: Request, status: int, code: str, detail: Any = None) -> JSONResponse:
    message = SENTENCES[code][0 if _locale(request) == "zh" else 1]
    body = {"code": code, "message": message, "detail": detail}
    return JSONResponse(body, status)


def refused(request: Request, error: DeskError) -> JSONResponse:
    """The answer for a refusal that is returned, not raised, so that its transaction commits."""
    body = {
        "code": error.code,
        "message": error.sentence(_locale(request)),
        "detail": jsonable_encoder(error.facts) or None,
    }
    return JSONResponse(body, error.status)


def answer(request: Request, error: DeskError) -> JSONResponse:
    """A refusal as an answer, for a route whose writes must stay although it says no."""
    return _desk_error(request, error)


def _desk_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DeskError)
    return refused(request, error)


def _malformed(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    # Without `input` and `ctx`: they may hold what JSON cannot carry, and personal data.
    problems = [
        {"at": [str(part) for part in each["loc"]], "problem": each["msg"]}
        for each in error.errors()
    ]
    return _answer(request, 422, "Malformed", problems)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    answer = _answer(request, error.status_code, CODES.get(error.status_code, "Refused"))
    answer.headers.update(error.headers or {})
    return answer


def _broken_text(request: Request, _error: Exception) -> JSONResponse:
    return refused(request, BrokenText())


def _busy(request: Request, error: Exception) -> JSONResponse:
    logger.warning("The database was away: %s", error)
    answer = _answer(request, 503, "Busy")
    answer.headers["Retry-After"] = "1"
    return answer
