"""What buttons, fields and subjects are called, in each language."""

from types import SimpleNamespace

FRENCH = SimpleNamespace(
    code="fr",
    treatment="coupe femme",
    search="Chercher",
    choose="Choisir l’heure",
    first_name="Prénom",
    last_name="Nom",
    email="Adresse e-mail",
    read="J’ai lu jusqu’à quand je peux annuler.",
    book="Réserver",
    booked="C’est réservé, Zoé.",
    change="Changer d’heure",
    changed="C’est changé.",
    cancel="Annuler",
    yes_cancel="Oui, annuler",
    cancelled="C’est annulé.",
    mails={"booked": "C’est réservé", "moved": "Rendez-vous modifié", "cancelled": "Rendez-vous annulé"},
)
ENGLISH = SimpleNamespace(
    code="en",
    treatment="women's haircut",
    search="Search",
    choose="Choose a time",
    first_name="First name",
    last_name="Last name",
    email="E-mail address",
    read="I have read until when I can cancel.",
    book="Book",
    booked="You are booked, Zoé.",
    change="Change the time",
    changed="It is changed.",
    cancel="Cancel",
    yes_cancel="Yes, cancel",
    cancelled="It is cancelled.",
    mails={"booked": "It’s booked", "moved": "Appointment changed", "cancelled": "Appointment cancelled"},
)
