from balinea.booking import manage_link


def test_a_token_opens_its_own_booking_and_no_other():
    token = manage_link.token("F7K2M9QX")
    assert manage_link.opens(reference="F7K2M9QX", token=token)
    assert not manage_link.opens(reference="F7K2M9QY", token=token)
    assert not manage_link.opens(reference="F7K2M9QX", token="")


def test_a_link_survives_a_change_of_the_secret_key(settings):
    token = manage_link.token("F7K2M9QX")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert manage_link.opens(reference="F7K2M9QX", token=token)
    settings.SECRET_KEY_FALLBACKS = []
    assert not manage_link.opens(reference="F7K2M9QX", token=token)
