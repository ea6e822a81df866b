"""Words that stand before a name or for a person: ranks, offices, kinds of organisation. Data."""

from __future__ import annotations

from typing import Final

from ingest.extract.text.vocabulary import words

#: Precede a name, alone or in a row ("Assistant Defence Secretary").
TITLES: Final = words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count duke king queen prince"
    " princess emperor pope cardinal archbishop bishop father sister rabbi imam ayatollah sheikh reverend rev"
    " president vice-president vice premier chancellor prime minister ministers secretary undersecretary"
    " under-secretary secretary-general general gen lt ltg ltc mg bg lieutenant col colonel maj major brig"
    " brigadier capt captain cmdr commander commander-in-chief admiral adm rear marshal sergeant sgt corporal"
    " cpl private pvt officer chief judge justice attorney attorney-general solicitor ambassador envoy"
    " representative rep senator sen congressman congresswoman councillor councilman governor gov mayor"
    " speaker chairman chairwoman chair chairperson director deputy assistant acting former ex interim"
    " special senior lead leader head manager executive ceo cfo coo founder co-founder owner spokesman"
    " spokeswoman spokesperson analyst economist scientist researcher expert author editor reporter"
    " correspondent journalist historian lawyer coach captain inspector superintendent detective constable"
    " sheriff commissioner coordinator co-ordinator administrator adviser advisor foreign defence defense"
    " interior home finance treasury health energy justice education agriculture trade labour labor commerce"
    " transport transportation environment information security homeland housing press state national deputy"
    " military"
    " first second lady the incoming outgoing then us u.s. uk u.k. eu un mp mep"
)
#: Parts of an office's name that name no office alone: "Home Depot" has no minister.
FIELDS: Final = words(
    "foreign defence defense interior home finance treasury health energy justice education agriculture trade labour"
    " labor commerce transport transportation environment information security homeland housing press state national"
    " military first second the then us u.s. uk u.k. eu un new north south east west"
)
#: Titles that a person bears in running text before the surname; proof that a name is a person's.
PERSONAL_TITLES: Final = words(
    "mr mrs ms miss dr prof professor sir dame lord lady president chancellor premier minister secretary"
    " general gen lt col colonel maj major capt captain cmdr commander admiral adm sergeant sgt judge justice"
    " ambassador senator sen rep congressman congresswoman governor gov mayor king queen prince princess pope"
    " cardinal archbishop bishop chairman spokesman spokeswoman envoy commissioner ltg"
)
#: The last or first word of an organisation's name.
ORGANISATIONS: Final = words(
    "ministry department agency administration authority bureau office commission committee council board"
    " bank fund institute institution university college school academy centre center court parliament senate"
    " congress assembly house knesset duma rada government cabinet pentagon kremlin party union organisation"
    " organization association federation league alliance coalition front movement army navy force forces"
    " guard corps brigade battalion regiment police service services staff command company corporation corp"
    " inc ltd plc llc co group holdings industries partners associates airlines airways motors news times post"
    " journal guardian observer telegraph herald tribune press agency radio television network foundation"
    " trust society club hospital church mission nations exchange treasury reserve embassy consulate"
    " secretariat directorate inspectorate survey laboratory lab labs"
)
#: Speakers without a name; a noun phrase with such a head is a claimant.
SPEAKING_NOUNS: Final = words(
    "official officials officer officers spokesman spokeswoman spokesperson spokesmen spokespersons spokespeople"
    " minister ministers president secretary authority authorities government governments administration"
    " ministry police military army navy troops soldiers rebels separatists insurgents militants protesters"
    " demonstrators activists campaigners residents villagers witnesses eyewitnesses survivors relatives"
    " family families neighbours neighbors people locals citizens critics opponents supporters source sources"
    " analyst analysts expert experts economist economists scientist scientists researcher researchers"
    " academic academics historian historians observers monitors investigators prosecutors prosecutor lawyer"
    " lawyers attorney attorneys judge judges court doctors doctor medics paramedics hospital company firm"
    " companies agency organisation organization group groups union unions charity bank banks report reports"
    " study survey poll letter statement memo document documents filing indictment complaint newspaper paper"
    " magazine website channel broadcaster media press team committee commission council panel board"
    " executive executives chairman chief head director manager leader leaders diplomat diplomats lawmakers"
    " lawmaker senator senators politicians politician deputies deputy mayor governor commander commanders"
    " general generals admiral captain pilot pilots driver workers worker employees employee staff farmers"
    " fishermen owners owner investors traders regulators regulator side sides parties party campaign embassy"
    " delegation envoy ambassador aide aides adviser advisers advisor advisors ally allies colleague colleagues"
    " author authors editor reporter reporters journalist journalists correspondent correspondents blogger"
    " bloggers man woman men women boy girl student students teacher teachers parents mother father wife"
    " husband brother sister son daughter friend friends victim victims suspect defendant figures data office"
    " department forecasters meteorologists engineers engineer operator operators rescuers firefighters medic"
    " archaeologists astronomers biologists physicians epidemiologists insiders outlet outlets agencies"
    " prosecution defence defense intelligence forces others many some chairwoman ceo premier chancellor pope"
    " king queen prince bishop priest imam cleric clerics negotiators mediators inspectors auditors audit"
    " inquiry tribunal ombudsman watchdog think-tank tank network airline operator airport hotel club coach"
    " player players manager managers founder founders co-founder publisher publishers spokesmen kremlin pentagon"
    " investigator activist campaigner campaigners protester demonstrator resident villager witness eyewitness survivor relative"
    " neighbour neighbor local citizen critic opponent supporter observer monitor academic medic farmer fisherman trader"
    " investor soldier rebel militant insurgent separatist refugee refugees migrant migrants tourist tourists passenger"
    " passengers customer customers client clients tenant tenants landlord landlords businessman businesswoman entrepreneur"
    " entrepreneurs contractor contractors consultant consultants specialist specialists strategist strategists pollster"
    " pollsters statistician statisticians geologist geologists seismologists climatologists virologist virologists"
    " psychologist psychologists psychiatrist sociologist sociologists biologist chemist physicist physicists astronomer"
    " ecologist ecologists conservationists environmentalist environmentalists lobbyist lobbyists columnist columnists commentator"
    " commentators pundit pundits presenter anchor narrator photographer filmmaker actor actress singer artist artists"
    " musician musicians writer writers novelist biographer biographers translator curator curators librarian archivist veteran"
    " veterans commissioner commissioners councillor councillors mayors governors ministers mps peers delegate delegates"
    " negotiator mediator inspector auditor treasurer superintendent sheriff detective detectives firefighter rescuer"
    " paramedic nurse nurses surgeon surgeons doctor coroner pathologist epidemiologist physician dentist justice justices"
    " magistrate magistrates juror jurors jury plaintiff plaintiffs defendants complainant accuser accusers suspects inmate"
    " inmates prisoner prisoners hostage hostages gunman attacker hacker hackers shareholder shareholders creditor"
    " creditors lender lenders retailer retailers manufacturer manufacturers maker makers carmaker carmakers automaker"
    " automakers drugmaker drugmakers supplier suppliers exporter exporters importers developer developers builder builders"
    " planners architect architects designer designers programmer programmers boss bosses chairs chairpersons monarch bishops"
    " priests pastor pastors rabbi scholar scholars professor professors lecturer principal headteacher dean pupil pupils"
    " graduate graduates child children teenager teenagers youths elders pensioners voter voters candidate candidates"
    " nominee rival rivals challenger backers donor donors sponsor sponsors fan fans viewers readers listeners user users"
    " caller respondent respondents participant participants organiser organisers organizer organizers coordinator volunteer"
    " volunteers charities foundation institute ngo ngos consortium coalition alliance bloc federation association associations"
    " society league clubs bureau directorate secretariat inspectorate watchdogs fund funds insurer insurers broker brokers"
    " brokerage utility airlines hospitals museum school schools university universities college church clinic laboratory"
    " start-up startup subsidiary junta regime militia militias faction factions opposition adviser scientist economist"
    " forecaster meteorologist engineer technicians technician mechanic guard guards agent agents wardens ranger rangers"
    " skipper sailor sailors crew crews captain person persons individual husband widow widower uncle aunt cousin"
    " giant giants conglomerate chain chains grocer brewer miner steelmaker chipmaker chipmakers couple duo pair billionaire"
    " tycoon mogul nation nations country countries city"
    " nephew niece grandmother grandfather"
)
#: One person told of by what he or she is: "a spokeswoman said ... She added".
ONE_PERSON: Final = words(
    "official officer spokesman spokeswoman spokesperson minister president secretary soldier protester demonstrator activist"
    " resident villager witness survivor analyst expert economist scientist researcher academic historian investigator prosecutor"
    " lawyer attorney judge doctor executive chairman chairwoman chief director manager leader diplomat lawmaker senator politician"
    " deputy mayor governor commander general admiral captain pilot driver worker employee farmer fisherman owner trader aide adviser"
    " advisor colleague author editor reporter journalist correspondent blogger man woman boy girl student teacher mother father"
    " wife husband brother sister son daughter friend victim suspect defendant engineer businessman businesswoman nurse surgeon"
    " veteran commissioner councillor"
)
#: Nouns of a document whose owner is the claimant: "according to Doe's analysis".
DOCUMENTS: Final = words(
    "analysis report study account estimate estimates figures data testimony words statement book article"
    " letter interview survey poll research findings records calculations version announcement website blog"
    " briefing memo filing complaint indictment poll dossier article"
    " diary memoir memoirs document documents paper news"
    " lawsuit suit petition affidavit transcript communique communiqué declaration editorial column op-ed release bulletin"
    " advisory audit review assessment tweet post message email e-mail note speech remarks comments manifesto cable"
    " warrant verdict ruling judgment judgement summary forecast projection projections"
)
