/** Beginnings of words for one person in care, or of their family, folded. `=` ends a whole word. */
export const persons: Readonly<Record<string, string>> = {
  all: 'schwanger embarazad pregnant gravida= gravido gravid= raskaana tehotn terhes insarcinata incinta zwanger trudna= noseca nescia= ciezarn ciaz ciaza ciazy бремен εγκυο tqala torrach enceinte seropositi sieropositi hiv-pos suicidal suizidal alkoholabhangig drogenabhang medikamentenabh tablettenabh alkoholsuchtig drogensuchtig heroinabh opiatabh bettlagerig dialysepflicht palliativpatient transgender transsexu transident angehorig anhorig parorend omaine omaise lahedas artimiej tuvinie svojci pribuzn hozzatartoz ruda= rudele rudenie близки= συγγεν famille= familiari= familiares= familie= rodzina= rodzine rodina= rodinu obitelj= obitelji verwandte pz= pte= pcte= patient= patientin= paziente= paciente= patiente= pacient= pacienta= pacientka= pacientky= pacientovi= pacientku= pacjent= pacjenta= pacjentka= pacjentki= pacjentowi= pacjentke= pasient= patsient= patsiendi= patsiendil= pazjent= pazjenta= othar= othair= potilas= potilaan= potilaalle= potilaalla= beteg= betegnek= betege= pacijent= pacijentica= pacijenta= pacijentu= bolnik= bolnica= bolnika= bolniku= pacientas= pacientui= pacientei= pacients= pacientam= пациент= пациентка= пациента= пациентът= пациентката= ασθενη ασθενησ= ασθενουσ= patientens= patienten= pazientes= pacientul= pacientului= bewohner= bewohnerin= klientin= uzivatelka= utente= doente= assistito= assistita= usager= mrs=',
  en: 'her= hers= she= mother= father= wife= husband= daughter= brother= sister= baby= infant= toddler= girl= woman= gentleman= lady= colleague= neighbour= aged=',
  de: 'patientin patienten= sie= ihr= ihre= ihrer= seine= seiner= herr= herrn= hrn= frau= kindes= mutter= vater= ehefrau= ehemann= gattin= sohn= tochter= bruder= schwester= saugling= madchen= junge= mann= kollege= kollegin= nachbar= nachbarin= jahrige= jahriger= angehorige= witwe= witwer= wochnerin',
  fr: 'patiente= elle= mme= mlle= monsieur= madame= enfant= mere= pere= epouse= epoux= femme= mari= fils= fille= frere= soeur= bebe= nourrisson= garcon= homme= collegue= voisin= voisine=',
  es: 'sr= sra= senor= senora= dona= ella= nino= nina= madre= padre= esposa= esposo= mujer= marido= hijo= hija= hermano= hermana= bebe= lactante= varon= hombre= companero= companera= vecino= vecina=',
  it: 'signora= signor= signore= sua= suo= bambino= bambina= madre= padre= moglie= marito= figlio= figlia= fratello= sorella= neonato= neonata= donna= collega= vicino= vicina=',
  pt: 'sr= sra= senhor= senhora= dona= ele= ela= sua= menino= menina= crianca= mae= pai= esposa= mulher= marido= filho= filha= irmao= irma= bebe= homem= colega= vizinho= vizinha= utente=',
  nl: 'patiente= hij= zij= haar= dhr= mw= mevr= mevrouw= meneer= heer= mvr= kindje= moeder= vader= echtgenote= echtgenoot= vrouw= zoon= dochter= broer= zus= baby= zuigeling= jongen= meisje= collega= buurman= buurvrouw= jarige= bewoonster= bewoner= pte=',
  pl: 'pacjentk pani= jego= jej= dziecko= dziecka= matka= ojciec= zona= maz= corka= brat= siostra= niemowle= chlopiec= dziewczynka= mezczyzna= kobieta= kolega= kolezanka= sasiad= sasiadka= letni= letnia=',
  cs: 'pani= jeho= jeji= dite= ditete= matka= otec= manzelka= manzel= dcera= bratr= sestra= kojenec= chlapec= divka= muz= zena= kolega= kolegyne= soused= sousedka=',
  sk: 'pani= jeho= jej= dieta= dietata= matka= otec= manzelka= manzel= dcera= brat= sestra= dojca= chlapec= dievca= muz= zena= kolega= kolegyna= sused= suseda= rocny= rocna=',
  hu: 'paciens fia= fianak= ferje= betegunk urnak= nenie= neni= bacsi= asszony= gyermek= gyerek= anya= anyja= apa= apja= felesege= lanya= testvere= csecsemo= fiu= lany= ferfi= kollega= szomszed= eves=',
  ro: 'bolnav= bolnavul= bolnavului= bolnava= bolnavei= pacienta= domnul= lui= copil= copilul= mama= tata= sotia= sotul= fiul= fiica= fratele= sora= bebelus= baiat= barbat= femeie= colega= vecin= vecina=',
  bg: 'г-н= г-жа= господин= госпожа= тои= тя= негов= неин= дете= детето= маика= маиката= баща= бащата= съпруга= съпруг= син= синът= дъщеря= дъщерята= брат= сестра= бебе= бебето= момче= момиче= мъж= жена= колега= съсед= съседка= пац=',
  el: 'κυρια= κυριοσ= αυτοσ= αυτη= παιδι= μητερα= πατερασ= συζυγοσ= γιοσ= κορη= αδελφοσ= αδελφη= βρεφοσ= μωρο= αγορι= κοριτσι= ανδρασ= αντρασ= γυναικα= συναδελφοσ= γειτονασ=',
  sv: 'han= hon= hans= hennes= herr= fru= froken= barn= barnet= mor= mamma= pappa= hustru= maka= dotter= bror= syster= spadbarn= pojke= flicka= kvinna= kollega= granne= arig= pojken= dottern= sonen=',
  da: 'han= hun= hans= hendes= fru= frk= barn= barnet= mor= hustru= aegtefaelle= kone= mand= datter= bror= soster= spaedbarn= dreng= pige= kvinde= kollega= nabo= arig=',
  fi: 'han= hanen= hanella= herra= rouva= neiti= hra= rva= lapsi= lapsen= aiti= isa= vaimo= aviomies= poika= tytar= tytto= veli= sisko= vauva= mies= nainen= kollega= naapuri= vuotias=',
  et: 'haige= haigel= haigele= harra= proua= preili= laps= lapse= ema= isa= abikaasa= naine= mees= poeg= tutar= poiss= tudruk= vend= imik= beebi= kolleeg= naaber=',
  lt: 'ligonis= ligonio= ligoniui= ligone= ligonei= jis= ponas= ponia= vaikas= vaikui= mama= motina= tevas= zmona= vyras= sunus= dukra= brolis= sesuo= kudikis= berniukas= mergaite= moteris= kolega= kaimynas= kaimyne=',
  lv: 'slimniek vins= vina= vinas= kungs= kundze= kgs= kdze= berns= berna= tevs= sieva= virs= dels= meita= bralis= zidainis= zens= meitene= sieviete= virietis= kolegis= kolege= kaimins= kaimiene=',
  hr: 'njegov= njezin= gospodin= gospoda= gosp= gda= dijete= djeteta= majka= otac= supruga= suprug= zena= muz= kci= brat= sestra= beba= dojence= djecak= djevojcica= muskarac= kolega= kolegica= susjed= susjeda=',
  sl: 'njegov= njen= gospod= gospa= otrok= otroka= mati= mama= oce= zena= moz= hci= brat= sestra= dojencek= decek= deklica= moski= sodelavec= sodelavka= sosed= soseda= letni= letna=',
  ga: 'leanbh= mathair= athair= inion= dearthair= deirfiur= buachaill= cailin= tuasal= bhean= comharsa= comhghleacai=',
  mt: 'tieghu= taghha= sinjura= sinjur= is-sur= tifel= tifla= missier= ragel= bint= huh= oht= tarbija= kollega='
}

/** Forms of address before a name, by language. Each is written with a capital and without. */
const formsOfAddress: Readonly<Record<string, string>> = {
  en: 'Mr Mr. Mrs Mrs. Ms. Ms',
  de: 'Herr Herrn Hr. Hrn. Frau Frl. Fräulein',
  fr: 'Mme Mme. Mlle Monsieur Madame M. MM.',
  es: 'Sra. Srta. Sr. Sra Señora Señor Doña',
  it: 'Signora Signor Signorina Sig. Sig.ra Sig.na Sig.ra. Sigra',
  pt: 'Senhora Senhor Sr.ª Sr.a Dona D.ª',
  nl: 'Mevrouw Mevr. Mevr Mvr. Mw. Mw Dhr. Dhr Meneer',
  pl: 'Pani Panią p. pan Pan pana panu panem państwo',
  cs: 'Paní Pán Pána Pánovi pí. pana panu panem',
  hu: 'ozv.',
  ro: 'Doamna Doamnei Domnul Domnului D-na D-nei D-nul Dl. Dna Dna. Dnei Dlui',
  bg: 'г-н г-жа госпожа господин г-жата гжа',
  el: 'κυρια κυριασ κυριοσ κυριου κυρία κυρίας κύριος κυρίου κύριο κ. κα κα. Κα Κα. κοσ κος κ.κ. κασ κας κου κο',
  sv: 'Fru Fröken Herr',
  da: 'Hr. Fru Frk.',
  fi: 'Rouva Herra Rva Hra Neiti',
  et: 'Proua Härra Preili pr hr',
  lt: 'Ponas Ponia Ponios Pono Poniai',
  lv: 'Kundze Kungs',
  hr: 'Gospođa Gospođe Gospođi Gospodin Gospodina Gđa Gđe Gđi Gosp. Gosp',
  sl: 'Gospa Gospe Gospod Gospoda ga. ge. g.',
  ga: 'tUasal Uasal Iníon Bean_Uí Bean_Mhic Mhic_Uí',
  mt: 'Sinjura Sinjur Is-Sur is-Sinjura S-Sinjura tas-Sinjura tas-Sur'
}

/** In these a small first letter, or the other one, would be another word. */
const asWritten = new Set(
  'M. MM. Ms Fr. p. pí. pan Pan pana panu panem pr hr g. ga. ge. D.ª κ. κα κα. Κα Κα. κος κας κου κο Hr.'.split(' ')
)

const escaped = (word: string): string => word.replaceAll('.', '\\.').replaceAll('_', ' ')

/** The forms of address as the source of a regular expression: longer ones first. */
export const addresses = Object.values(formsOfAddress)
  .flatMap((words) => words.split(' '))
  .flatMap((word) => (asWritten.has(word) ? [word] : [word, word.charAt(0).toLowerCase() + word.slice(1)]))
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

/** Small words inside a name. */
export const particles =
  "van der|van den|van de|van|von der|von|de|del|della|di|da|dos|das|do|la|le|zu|zum|ter|ten|te|af|av|'t|Ní|Ó|Uí|Mc|Mac|O['’]|el|d['’]"

/** Forms of address behind a name, in capitals as a name is: `Liepas kundze`, `Kiss úr`, `Laine-rouva`. */
export const addressesBehind =
  ' (?:kundze[is]?|kungs|kungam|kunga|úr(?:nak|ral|hoz|ért)?|asszony(?:nak|nal)?|kisasszony|néni(?:nek|vel)?|bácsi(?:nak|val)?)|-(?:rouva|herra|neiti)(?:lle|lla|lta|n|a)?'

/** What a wife is called in Hungarian: the name of the husband and `né`. Many French words end so; these are names. */
export const wivesInHungarian =
  '(?:Péter|János|István|László|József|Zoltán|Sándor|Ferenc|Gábor|Attila|Tamás|Imre|Lajos|Miklós|György|András|Béla|Károly|Mihály|Gyula|Tibor|Róbert|Csaba|Dániel|Balázs|Kálmán|Antal|Pál|Kiss?|Nagy|Kovács|Szabó|Tóth|Horváth|Varga|Németh|Farkas|Balogh?|Papp?|Takács|Juhász|Lakatos|Mészáros|Oláh|Simon|Rácz|Fekete|Szilágyi|Molnár|Fehér|Gál|Szűcs|Pintér|Kocsis|Fodor|Sipos|Magyar|Lukács|Gulyás|Bíró|Király|Katona|Jakab|Somogyi|Fazekas)né(?:nak|nek|val|vel|hoz|nál|tól|t)?'
