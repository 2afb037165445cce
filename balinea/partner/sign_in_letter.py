"""The mail that carries a sign-in link."""

from django.utils.translation import gettext as _

from balinea.notifications.values import Action, Letter, Outgoing


def sign_in_letter(*, recipient: str, url: str, language: str) -> Outgoing:
    """Return the message, in the language that is active."""
    letter = Letter(
        subject=_("Votre lien de connexion"),
        preview=_("Il fonctionne une fois, pendant 15 minutes."),
        title=_("Entrez, c’est ouvert"),
        tone="calm",
        paragraphs=(
            _(
                "Voici votre lien pour vous connecter à Balinea. Il fonctionne une seule fois, pendant 15 minutes."
            ),
        ),
        action=Action(label=_("Me connecter"), url=url),
        closing=(_("Vous n’avez rien demandé ? Ignorez ce message : sans ce lien, personne n’entre."),),
        reason=_("Vous recevez ce message parce que quelqu’un a demandé à se connecter avec votre adresse."),
    )
    return Outgoing(kind="sign-in-link", recipient=recipient, language=language, letter=letter)
