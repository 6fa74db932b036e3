"""The letters of Vietnamese from before Unicode: TCVN3 (fonts .VnTime…) and VNI (VNI-Times…), which arrive as letters
of Western Europe. Light: the child process that parses reads with it too.
"""

import re
import unicodedata

# The letters of TCVN 5712:1993 (VN3) by their byte. Capitals with marks are small letters in a font of capitals.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

# VNI writes the mark as a letter after the vowel: 'aù' is 'á', 'eä' is 'ệ'.
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "ê": "\u0306",
    "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI = re.compile(r"([aeouyôö])([øùûõïâêàáåãäèéúüë])|[ñöôíìæóòî]", re.IGNORECASE)

_WESTERN = re.compile(r"[\u00a1-\u00ff]")
_BEYOND_LATIN_1 = re.compile(r"[\u0100-\u01b0\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"[bcdđghklmnpqrstvx]{2,6}")
_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?:[aăâeêioôơuưy]{1,3})(?:ch|ng|nh|[cmnpt])?"
)
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


def from_tcvn3(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(_TCVN3.get(letter, letter) for letter in text))


def from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_vni_syllable, text))


def _from_capitals(text: str) -> str:
    return from_tcvn3(text).upper()


# By what `workbook.fonts` calls the encoding of a font.
DECODERS = {"tcvn3": from_tcvn3, "tcvn3_capitals": _from_capitals, "vni": from_vni}
SHOWN = {"tcvn3": "TCVN3", "tcvn3_capitals": "TCVN3", "vni": "VNI"}


def may_be_old(text: str) -> bool:
    """Whether a text holds letters of Western Europe, and none that only Unicode has."""
    return bool(_WESTERN.search(text)) and not _BEYOND_LATIN_1.search(text)


def marked_syllables(text: str) -> int:
    """How many words beyond ASCII could be Vietnamese, less those that could not; 'ĐVT' is no word."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()) if not word.isascii()]
    toneless = [word for word in map(_toneless, words) if not _ABBREVIATION.fullmatch(word)]
    return sum(1 if _SYLLABLE.fullmatch(word) else -1 for word in toneless)


def _toneless(word: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_TONES))


def _vni_syllable(match: re.Match[str]) -> str:
    """A vowel with the mark behind it, or one of the letters that VNI writes as one; as it stands where no such letter
    exists, as the 'Yê' of 'Phú Yên'."""
    vowel, mark = match.groups()
    if not mark:
        return _vni_letter(match[0])
    letter = unicodedata.normalize("NFC", _vni_letter(vowel) + _VNI_MARKS[mark.lower()])
    return letter if len(letter) == 1 else match[0]


def _vni_letter(letter: str) -> str:
    found = _VNI_ALONE.get(letter.lower(), letter)
    return found.upper() if letter.isupper() else found
