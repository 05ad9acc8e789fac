"""Robots of groups: WeCom, DingTalk (signed) and Feishu (signed). Plain HTTPS and JSON; redirects are not followed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import ipaddress
import json
import re
import ssl
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final
from urllib.parse import quote_plus, urlsplit

from server.notify.problem import ChannelError

TIMEOUT_S: Final = 10.0
_MOST_ANSWER: Final = 64 << 10
Posted = tuple[str, dict[str, object]]
"""An address and what is posted to it."""


def send_text(kind: str, settings: Mapping[str, str], text: str, now: datetime) -> None:
    """Send ``text`` to a group.

    Raises:
        ChannelError: the robot does not answer or refuses.
    """
    make = _POSTS.get(kind)
    url = settings.get("url", "")
    if make is None or not is_address(url):
        raise ChannelError("settings")
    address, body = make(url, settings.get("secret", ""), text, now)
    status, answer = _post(address, json.dumps(body, ensure_ascii=False).encode())
    if status != 200:
        raise ChannelError("refused", f"HTTP {status}")
    code = answer.get("errcode", answer.get("code", answer.get("StatusCode", 0)))
    if code != 0:
        raise ChannelError("refused", str(code)[:20])


def is_address(url: str) -> bool:
    """Tell whether an address may be posted to: by HTTPS, or by HTTP within the house."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username or parts.password or not re.fullmatch(r"[!-~]+", url):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_in_house(parts.hostname))


def _is_in_house(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _wecom(url: str, _secret: str, text: str, _now: datetime) -> Posted:
    return url, {"msgtype": "text", "text": {"content": text}}


def _dingtalk(url: str, secret: str, text: str, now: datetime) -> Posted:
    """Sign with the time in milliseconds, in the address."""
    if secret:
        stamp = str(int(now.timestamp() * 1000))
        sign = base64.b64encode(hmac.digest(secret.encode(), f"{stamp}\n{secret}".encode(), "sha256")).decode()
        url = f"{url}{'&' if '?' in url else '?'}timestamp={stamp}&sign={quote_plus(sign)}"
    return url, {"msgtype": "text", "text": {"content": text}}


def _feishu(url: str, secret: str, text: str, now: datetime) -> Posted:
    """Sign with the time in seconds, in the message; the secret is part of the key there, and nothing is signed."""
    body: dict[str, object] = {"msg_type": "text", "content": {"text": text}}
    if secret:
        stamp = str(int(now.timestamp()))
        sign = hmac.new(f"{stamp}\n{secret}".encode(), b"", hashlib.sha256).digest()
        body |= {"timestamp": stamp, "sign": base64.b64encode(sign).decode()}
    return url, body


_POSTS: Final[Mapping[str, Callable[[str, str, str, datetime], Posted]]] = {
    "wecom": _wecom,
    "dingtalk": _dingtalk,
    "feishu": _feishu,
}


def _post(url: str, body: bytes) -> tuple[int, Mapping[str, object]]:
    """Post JSON and return status and answer; what is no JSON object counts as an empty one."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        trusted = ssl.create_default_context()
        client: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, parts.port, timeout=TIMEOUT_S, context=trusted
        )
    else:
        client = http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT_S)
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        client.request("POST", path, body, {"Content-Type": "application/json; charset=utf-8"})
        answer = client.getresponse()
        said = answer.read(_MOST_ANSWER)
    except ssl.SSLError as error:
        raise ChannelError("certificate", type(error).__name__) from error
    except (OSError, http.client.HTTPException) as error:
        raise ChannelError("unreachable", type(error).__name__) from error
    finally:
        client.close()
    try:
        read = json.loads(said)
    except ValueError:
        read = {}
    return answer.status, read if isinstance(read, dict) else {}
