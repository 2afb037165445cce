"""What the desk says after something was done."""

from django.utils.translation import gettext as _

from balinea.platform.ui.notice import Notice


def notice(key: str) -> Notice | None:
    """Return the words for `?done=`; None for anything else."""
    told = _("Le client en est averti par e-mail.")
    match key:
        case "accepted":
            return Notice(kind="good", icon="circle-check", title=_("Demande acceptée."), text=told)
        case "declined":
            return Notice(
                kind="", icon="info", title=_("Demande refusée. L’heure est de nouveau libre."), text=told
            )
        case "cancelled":
            return Notice(
                kind="", icon="info", title=_("Rendez-vous annulé. L’heure est de nouveau libre."), text=told
            )
        case "answered":
            return Notice(
                kind="caution",
                icon="circle-alert",
                title=_("Cette demande n’attendait plus de réponse."),
                text=_("Elle a été acceptée, refusée ou retirée entre-temps. Rien n’a été changé."),
            )
        case "busy":
            return Notice(
                kind="wrong",
                icon="circle-alert",
                title=_("Le planning est très demandé en ce moment."),
                text=_("Rien n’a été changé. Essayez encore dans quelques secondes."),
            )
    return None
