"""Texts that the models cannot read are told from odd English."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.core.errors import InputError
from claims.core.report import Skipped
from claims.reading import articles_from
from claims.reading.language import NOT_ENGLISH, is_foreign

FOREIGN = {
    "Russian": "Министерство обороны сообщило, что на мосту ранены двое военных.",
    "Arabic": "قالت وزارة الدفاع إن جنديين أصيبا عند الجسر.",
    "Chinese": "国防部表示，两名士兵在桥上受伤。",
    "Greek": "Το υπουργείο ανακοίνωσε ότι δύο στρατιώτες τραυματίστηκαν.",
    "German": "Das Ministerium teilte mit, dass zwei Soldaten verletzt wurden und der Wagen brannte.",
    "French": "Le ministère a déclaré que deux soldats ont été blessés sur le pont, et la route est coupée.",
    "Spanish": "El ministerio dijo que dos soldados fueron heridos en el puente y la carretera cortada.",
    "Dutch": "Het ministerie zei dat twee soldaten op de brug gewond raakten en dat de weg niet open is.",
    "Norwegian": "Departementet sa at to soldater ble skadet på broen og at veien ikke er åpen for trafikk.",
    "Turkish": "Ankara'da dün akşam meydana gelen patlamada üç asker yaralandı. Savunma Bakanlığı saldırının "
    "sorumlularının arandığını açıkladı. Bölgede güvenlik önlemleri artırıldı, yol kapatıldı, siviller köye "
    "götürüldü.",
    "Indonesian": "Tiga tentara terluka dalam ledakan bom di pinggir jalan pada hari Selasa. Kementerian "
    "Pertahanan mengatakan bahwa pelaku masih dicari. Warga di daerah itu diminta tetap di rumah.",
    "Swahili": "Wanajeshi watatu wamejeruhiwa katika mlipuko wa bomu kando ya barabara siku ya Jumanne. "
    "Wizara ya ulinzi ilisema kwamba wahusika bado wanatafutwa, na barabara imefungwa kwa magari yote.",
}
ODD_ENGLISH = {
    "headline": "Bomb hits patrol near Velm, two soldiers hurt",
    "headlines": "Bomb hits patrol; two hurt. Army blames rebels. Mayor quits. Rain floods Marfield. " * 4,
    "capitals": "THE MINISTRY SAID TWO SOLDIERS WERE HURT ON THE BRIDGE AND THAT THE ROAD WAS CUT.",
    "foreign names": "Police in Los Molinos de la Sierra said El Paso de los Toros and La Paz were calm.",
    "foreign quotation": 'The mayor said: "El puente es de todos y la ley es la ley." He then left the hall.',
    "table of names": "Tern 3 Orlen 1\nVelm 0 Sarn 2\nMarfield 2 Dorpat 2\n" * 5,
    "headlines of a day": "Rebels seize dam. Rain floods Marfield. Army blames rebels. Mayor quits. "
    "Six drown. Oil prices rise. Court frees editor. Trains halted. Talks fail. Fans riot. Banks close.",
    "figures": "12 14 15 " * 30,
    "a word": "Yes.",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN.keys())
def test_other_languages_are_foreign(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize("text", ODD_ENGLISH.values(), ids=ODD_ENGLISH.keys())
def test_odd_english_is_not(text: str) -> None:
    assert not is_foreign(text)


def test_a_foreign_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FOREIGN["Russian"], encoding="utf-8")
    with pytest.raises(InputError, match=NOT_ENGLISH) as caught:
        list(articles_from(str(path)))
    assert caught.value.where == str(path)


def test_a_foreign_row_is_left_out_and_the_others_count(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{FOREIGN["German"]}"\nTwo soldiers were hurt.\n', encoding="utf-8")
    foreign, english = articles_from(str(path))
    assert foreign == Skipped(f"{path}:2", NOT_ENGLISH)
    assert english.text == "Two soldiers were hurt."
