"""The months as feeds and pages print them, in the languages whose publishers do so. Data only."""

from __future__ import annotations

from typing import Final

#: One row a month, full names and the shortenings in use, lower case, without full stops. English
#: comes first: RFC 822 allows nothing else, and the rest is what real feeds print all the same.
_ROWS: Final = (
    "jan january januar jänner janvier janv enero ene gennaio gen janeiro januari ianuarie styczeń stycznia январь января янв січня",
    "feb february februar février févr fevr fév febrero febbraio fevereiro fev februari februarie luty lutego февраль февраля фев лютого",
    "mar march märz mär maerz mrz mars marzo março marco maart mrt martie marzec marca март марта мар березня",
    "apr april avril avr abril abr aprile aprilie kwiecień kwietnia апрель апреля апр квітня",
    "may mai mayo maggio mag maio mei maj maja май мая травня",
    "jun june juni juin junio giugno giu junho iunie czerwiec czerwca июнь июня июн червня",
    "jul july juli juillet juil julio luglio lug julho iulie lipiec lipca июль июля июл липня",
    "aug august août aout agosto ago augustus augusti sierpień sierpnia август августа авг серпня",
    "sep sept september septembre septiembre settembre set setembro septembrie wrzesień września сентябрь сентября сен сент вересня",
    "oct october oktober okt octobre octubre ottobre ott outubro out octombrie październik października октябрь октября окт жовтня",
    "nov november novembre noviembre novembro noiembrie listopad listopada ноябрь ноября ноя листопада",
    "dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro decembrie grudzień grudnia декабрь декабря дек грудня",
)  # fmt: skip

#: The number of the month by lower-cased name, without a full stop.
MONTHS: Final = {name: number for number, row in enumerate(_ROWS, 1) for name in row.split()}
