"""A shopper of the test shop, as a browser would be one."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from xiaoer.channels.webchat import limits
from xiaoer.core.config import settings
from xiaoer.core.ids import new_id


@dataclass
class Shopper:
    """One browser: it keeps the token of its last visit."""

    client: TestClient
    token: str = ""
    visits: list[dict[str, Any]] = field(default_factory=list)

    def visit(self, shop: str = "teahouse", **body: Any) -> dict[str, Any]:
        answer = self.try_visit(shop, **body)
        assert answer.status_code == 200, answer.text
        self.visits.append(answer.json())
        self.token = self.visits[-1]["visitor_token"]
        return self.visits[-1]

    def try_visit(self, shop: str = "teahouse", **body: Any) -> Response:
        body = {"visitor_token": self.token or None, "locale": "zh"} | body
        return self.client.post(f"/chat/{shop}/visits", json=body)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def say(self, text: str = "在吗", **body: Any) -> Response:
        body = {"client_id": str(new_id()), "text": text, "attachment_ids": []} | body
        return self.post("/chat/messages", body)

    def post(self, path: str, body: dict[str, Any]) -> Response:
        return self.client.post(path, json=body, headers=self.headers)

    def get(self, path: str, **query: Any) -> Any:
        answer = self.client.get(path, params=query, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def upload(self, content: bytes, name: str = "a.png", declared: str = "image/png") -> Response:
        file = {"file": (name, content, declared)}
        return self.client.post("/chat/files", files=file, headers=self.headers)


@pytest.fixture(autouse=True)
def own_folder_and_no_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(settings(), "data", tmp_path)
    settings().__dict__.pop("secret", None)
    for pace in (limits.messages, limits.uploads, limits.visits):
        pace.forget()
    yield
    settings().__dict__.pop("secret", None)


@pytest.fixture
def shopper(client, shop) -> Shopper:
    return Shopper(client)


@pytest.fixture
def arrived(shopper) -> Shopper:
    shopper.visit()
    return shopper
