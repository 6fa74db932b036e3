"""The key that signs reviews: an Ed25519 private key in a file beside the store, its public half in the store."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from indicators import errors
from indicators.settings import Settings
from indicators.store import Row, Store, Transaction
from indicators.verification.keys import fingerprint_of

_FILE = "khoa_ky_ban_chot.pem"


@dataclass(frozen=True)
class SigningKey:
    """`private` never leaves this process: it is neither logged nor exported."""

    private: Ed25519PrivateKey

    def __repr__(self) -> str:
        return f"SigningKey({self.fingerprint})"

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.private.public_key())

    @property
    def public_pem(self) -> bytes:
        return self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def sign(self, content: bytes) -> bytes:
        return self.private.sign(content)


def key_file(settings: Settings, store: Path) -> Path:
    """Where the private key is kept: as data/settings.toml says, else beside the store."""
    return settings.signing_key or store.with_name(_FILE)


def signing_keys(store: Store) -> list[Row]:
    """The keys the store knows, the one in use first: fingerprint, public_key (PEM), made_at (UTC), made_by."""
    return store.rows("signing_keys")


def key_in_use(store: Store, file: Path) -> SigningKey:
    """The key to sign with; made in `file` where the store has never had one.

    Raises KeyMissing, KeyDiffers, KeyUnusable.
    """
    known = signing_keys(store)
    if not known:
        return _read(file) if file.exists() else _made(file)
    if not file.exists():
        raise errors.KeyMissing(file, known[0]["fingerprint"])
    key = _read(file)
    if key.fingerprint != known[0]["fingerprint"]:
        raise errors.KeyDiffers(file, key.fingerprint, known[0]["fingerprint"])
    return key


def remember_key(transaction: Transaction, key: SigningKey, *, by: str, at: datetime) -> None:
    """Adds the key's public half to the store's record, where it is not there yet."""
    if any(row["fingerprint"] == key.fingerprint for row in transaction.rows("signing_keys")):
        return
    transaction.run(
        "insert_signing_key", fingerprint=key.fingerprint, public_key=key.public_pem.decode(), made_at=at, made_by=by
    )


def renew_key(store: Store, file: Path, *, by: str, at: datetime) -> SigningKey:
    """Makes a new key in `file` and records it as the one in use; an old key's file is kept beside it under another
    name. What the old one signed is verified by its own fingerprint. Raises DetailMissing, KeyUnusable, NotSaved."""
    if not by.strip():
        raise errors.DetailMissing("by")
    if file.exists():
        _set_aside(file)
    key = _made(file)
    with store.writing() as transaction:
        remember_key(transaction, key, by=by.strip(), at=at)
    if key.fingerprint not in {row["fingerprint"] for row in signing_keys(store)}:
        raise errors.NotSaved(file.name)
    return key


def _read(file: Path) -> SigningKey:
    if not file.is_file():
        raise errors.KeyUnusable(file)  # a pipe would be waited for
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise errors.KeyUnusable(file) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise errors.KeyUnusable(file)
    return SigningKey(key)


def _made(file: Path) -> SigningKey:
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # For its owner alone from the first byte on; never over a file that is there.
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(pem)
            opened.flush()
            os.fsync(opened.fileno())
    except FileExistsError as error:
        raise errors.KeyUnusable(file) from error
    except OSError as error:
        with suppress(OSError):
            file.unlink(missing_ok=True)
        raise errors.KeyUnusable(file) from error
    return SigningKey(key)


def _set_aside(file: Path) -> None:
    """Raises KeyUnusable."""
    try:
        number = next(n for n in range(1, 10_000) if not file.with_name(f"{file.name}.cu{n}").exists())
        file.rename(file.with_name(f"{file.name}.cu{number}"))
    except (OSError, StopIteration) as error:
        raise errors.KeyUnusable(file) from error
