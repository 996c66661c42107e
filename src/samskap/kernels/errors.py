"""What a kernel raises when its input cannot mean anything."""


class KernelError(ValueError):
    """The input breaks a promise that the function's docstring asks for."""


class NegativeCount(KernelError):
    """A number of people, hours or units is below zero."""


class NotAShare(KernelError):
    """A share lies outside 0 … 1, or is missing where one is needed."""


class UnknownWord(KernelError):
    """A phase, side, mode, kind or other word is not one of those that the formula knows."""


class NoTimeZone(KernelError):
    """A moment does not say its time zone, so it cannot be put before or after another."""


class LooserThanTheFormula(KernelError):
    """A municipality may ask for more than the formula does, never for less."""


class ImpossibleCounts(KernelError):
    """Two counts contradict each other: more answers than inputs, more adopted than recommended."""


class WrongDocument(KernelError):
    """A document lacks something that its format promises, or says something it cannot."""


class NamedTwice(KernelError):
    """Two things that must be told apart carry the same key."""
