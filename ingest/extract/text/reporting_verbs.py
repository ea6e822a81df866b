"""The verbs by which English reports what somebody says, in classes by what they need beside them. Data.

A plain verb ("said") attributes whatever clause it comes with. A verb with a clause ("announced") attributes only what
is said to be so ("announced that ..."); with a mere object it is an act ("announced plans"). A verb of manner or of
finding out ("whispered", "established") needs its "that". A verb of denial turns what follows around.
"""

from __future__ import annotations

from typing import Final, Literal

from ingest.extract.text.vocabulary import words

CueKind = Literal["say", "clause", "deny", "accuse", "participle", "source", "hearsay"]

_PLAIN: Final = (
    "said says say saying stated told tells insisted insists argued argues argue contended"
    " contends asserted asserts alleges allege stressed stresses emphasised emphasized emphasises emphasizes"
    " noted remarked remarks explained explains warned warns warn testified tweeted replied"
    " responded  countered joked quipped opined lamented complained boasted cautioned"
    " claimed claims claim writes wrote"
    " reckons reckoned retorted retorts lamented boasts brags bragged cautions quips muses laments affirmed affirms"
    " reaffirmed reaffirms clarified clarifies hinted hints proclaimed proclaims attested attests pleaded jokes opines counters"
    " asked reads tell assured assures informed informs notified notifies reminded reminds tweets testifies"
    "  complains averred avers"
)
_WITH_CLAUSE: Final = (
    "added adds states charged declared declares declare alleged forecasts fears hopes demands announced announces announce"
    " reported reports report confirmed confirms confirm revealed reveals reveal"
    " disclosed discloses acknowledged acknowledges acknowledge admitted admits admit conceded concedes concede"
    " predicted predicts predict forecast estimated estimates estimate suggested suggests suggest"
    " indicated indicates indicate implied implies imply believed believes believe thinks think thought hoped hopes"
    " hope feared fear expects expect expected promised promises promise vowed vows vow pledged pledges"
    " pledge threatened threatens swore swears agreed agrees agree showed shows show found finds find ruled"
    " understands understood assumes assumed calculated concludes discovered proposed speculated speculates"
    " note notes maintain maintains demanded felt feels posted recounted recounts guaranteed guarantees"
    " counted recorded registered documented observed recalled recalls concluded maintained commented reiterated reiterates contend assert insist emphasise emphasize stress"
)
#: Take "that", a question or direct speech: how it was uttered, made known, found out, foreseen, laid down, felt.
_NEEDING_THAT: Final = (
    "exclaimed exclaims interjected grumbled grumbles griped moaned groaned fumed sneered scoffed cried shouted yelled"
    " screamed whispered muttered murmured mumbled hissed snapped barked growled sobbed gushed enthused chuckled sighed"
    " trumpeted crowed raved ranted preached lectured chimed"
    " mentioned mentions mention divulged divulges confided confides confessed confesses blurted intimated intimates"
    " insinuated insinuates volunteered ventured professed professes avowed vouched signalled signaled signals"
    " relayed relays conveyed conveys communicated alerted advised advises briefed blogged blogs texted emailed"
    " e-mailed messaged described describes describe flagged flags highlighted underlined underlines"
    " underscored underscores submitted submits protested objected concurred concurs"
    " posited posits postulated postulates theorised theorized theorises theorizes hypothesised hypothesized surmised"
    " surmises conjectured guessed figured deduced deduces inferred infers determined determines determine"
    " ascertained established establishes verified verifies certified certifies learned learnt"
    " prophesied foresaw foresees foresee projected projects envisaged envisages envisioned envisions anticipated"
    " anticipates anticipate bets wagered reckon"
    " decreed decrees stipulated stipulates specified specifies mandated mandates held"
    " fretted frets worried regretted rejoiced marvelled marveled wondered wonders doubted"
)
_DENYING: Final = (
    "denied denies deny denying rejected rejects reject refuted refutes disputed disputes dismissed dismisses rebutted"
    " rebuts repudiated repudiates rubbished debunked disavowed contested contests discounted"
)
_ACCUSING: Final = "accused accuses accuse accusing blamed blames blame blaming"
_PARTICIPLES: Final = (
    "saying adding warning claiming arguing noting insisting alleging confirming announcing stating suggesting"
    " asserting declaring stressing explaining admitting acknowledging predicting estimating reporting vowing"
    " promising contending maintaining emphasising emphasizing telling implying complaining conceding revealing disclosing"
    " reminding cautioning boasting bragging reiterating lamenting observing remarking pledging recalling writing hinting"
    " indicating forecasting speculating concluding testifying joking quipping tweeting"
)

#: Verb form -> its class; the last class that lists it wins.
VERBS: Final[dict[str, CueKind]] = {
    **dict.fromkeys(words(_WITH_CLAUSE + " " + _NEEDING_THAT), "clause"),
    **dict.fromkeys(words(_PLAIN), "say"),
    **dict.fromkeys(words(_PARTICIPLES), "participle"),
    **dict.fromkeys(words(_ACCUSING), "accuse"),
    **dict.fromkeys(words(_DENYING), "deny"),
}
#: Every form of a verb of saying that the extractors know.
SPEECH_VERBS: Final = frozenset(VERBS)
#: Of these the "that", the question or the direct speech stands right beside the verb.
NEEDING_THAT: Final = words(_NEEDING_THAT)
#: After these a clause needs its "that": "found a man who ..." finds a man.
STRICT: Final = NEEDING_THAT | words(
    "agreed agrees agree proposed demanded demands demand guaranteed discovered ruled rules observed calculated"
    " recorded registered documented shows showed show found finds find felt feels posted expected thought"
    " charged swore states recounted recounts counted forecast forecasts fears hopes maintains maintain"
)
#: Take a question too: "recounted how it began", "wondered whether it had closed".
WITH_QUESTION: Final = words(
    "recounted recounts described describes describe wondered wonders revealed reveals disclosed learned showed shows show"
    " mentioned determined established predicted"
)
