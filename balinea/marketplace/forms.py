"""The one form of the checkout. What is typed comes back as it was; each mistake says what to write instead."""

import re
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

TYPED = ("first_name", "last_name", "email", "phone", "note", "accept_policy")
PHONE = re.compile(r"^\+?[0-9 .()\u00a0\u202f/-]{6,25}$")


class CheckoutForm(forms.Form):
    """Who comes, how to reach them, a word for the salon, and that the policy was read."""

    first_name = forms.CharField(label=_("Prénom"), max_length=80)
    last_name = forms.CharField(label=_("Nom"), max_length=80)
    email = forms.EmailField(
        label=_("Adresse e-mail"), help_text=_("Pour la confirmation, et le lien qui permet de tout changer.")
    )
    phone = forms.CharField(
        label=_("Téléphone"),
        required=False,
        help_text=_("Si le salon doit vous joindre le jour même."),
        validators=[
            RegexValidator(PHONE, _("Ce numéro n’a pas l’air complet : écrivez-le avec tous ses chiffres."))
        ],
    )
    note = forms.CharField(
        label=_("Un mot pour le salon"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    accept_policy = forms.BooleanField(label=_("J’ai lu jusqu’à quand je peux annuler."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever a form takes
        super().__init__(*args, **kwargs)
        self.auto_id = "%s"
        for name, attributes in _ATTRIBUTES.items():
            self.fields[name].widget.attrs.update(attributes)
        for name, text in _MISSING.items():
            self.fields[name].error_messages["required"] = text
        self.fields["email"].error_messages["invalid"] = _(
            "Il manque un morceau de l’adresse, par exemple « @ » ou « .fr »."
        )


def typed(data: QueryDict) -> dict[str, str]:
    """Return what was written into the form, to be carried to the form of another hold."""
    return {name: str(data[name]) for name in TYPED if data.get(name)}


_ATTRIBUTES = {
    "first_name": {"class": "input", "autocomplete": "given-name", "autocapitalize": "words"},
    "last_name": {"class": "input", "autocomplete": "family-name", "autocapitalize": "words"},
    "email": {"class": "input", "autocomplete": "email", "inputmode": "email", "autocapitalize": "none"},
    "phone": {"class": "input", "autocomplete": "tel", "inputmode": "tel", "type": "tel"},
    "note": {"class": "input"},
}
_MISSING = {
    "first_name": _("Écrivez votre prénom."),
    "last_name": _("Écrivez votre nom."),
    "email": _("Écrivez votre adresse e-mail : la confirmation y arrive."),
    "accept_policy": _("Cochez cette case pour continuer."),
}
