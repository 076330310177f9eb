"""espeak-ng as a library, loaded only to make clips: GPL, so nothing of it is shipped (ADR 11)."""

import ctypes
from array import array

from shared.domain.errors import Unavailable
from shared.voice.pcm import RATE, Pcm

_SYNCHRONOUS = 2
_UTF8 = 1
_BY_CHARACTER = 1
_RATE, _WORD_GAP = 1, 7
WORDS_PER_MINUTE = 165
PINYIN, ENGLISH = "cmn-latn-pinyin", "en-us"
HANZI = "cmn"

_Heard = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class Espeak:
    """The engine. It speaks pinyin with tone numbers, English, and (for a second opinion) hanzi."""

    def __init__(self) -> None:
        try:
            import espeakng_loader
        except ImportError:
            raise Unavailable(
                "espeak-ng is not installed; it is needed only to make clips",
                "pip install 'hallcall[dev]'",
            ) from None
        self._lib = ctypes.CDLL(espeakng_loader.get_library_path())
        self._lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._lib.espeak_Synth.argtypes = [
            *(ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int),
            *(ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p),
        ]
        data = espeakng_loader.get_data_path().encode()
        rate = self._lib.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
        if rate != RATE:
            raise Unavailable(f"espeak-ng speaks at {rate} Hz, not {RATE}", "take its release 1.52")
        self._spoken: Pcm = array("h")
        self._callback = _Heard(self._hear)  # kept: the library calls it later
        self._lib.espeak_SetSynthCallback(self._callback)
        self._lib.espeak_SetParameter(_RATE, WORDS_PER_MINUTE, 0)
        self._lib.espeak_SetParameter(_WORD_GAP, 0, 0)

    def speak(self, words: str, voice: str) -> Pcm:
        """Return the words as sound, with the silence the engine puts around them."""
        self._spoken = array("h")
        self._choose(voice)
        text = words.encode() + b"\0"
        self._lib.espeak_Synth(text, len(text), 0, _BY_CHARACTER, 0, _UTF8, None, None)
        self._lib.espeak_Synchronize()
        return self._spoken

    def phonemes(self, words: str, voice: str) -> str:
        """Return what the engine would say, in its own phoneme names."""
        self._choose(voice)
        rest = ctypes.c_char_p(words.encode())
        told = []
        while rest.value:
            part = self._lib.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, 0)
            told.append(part.decode() if part else "")
        return " ".join(told)

    def _choose(self, voice: str) -> None:
        if self._lib.espeak_SetVoiceByName(voice.encode()) != 0:
            raise Unavailable(f"espeak-ng has no voice {voice}", "take its release 1.52")

    def _hear(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, _events: int) -> int:
        if count:
            self._spoken.frombytes(ctypes.string_at(samples, 2 * count))
        return 0
