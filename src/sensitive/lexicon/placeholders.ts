/** "Change me", "to be replaced" and "insert", by language, folded: sources of regular expressions for whole words. */
const toReplace: Readonly<Record<string, string>> = {
  all: 'tb[acds]|todo|fixme|placeholder|redacted|n ?n',
  en: 'change ?(?:me|this|it)|replace ?(?:me|this|it|with)|to be (?:replaced|changed|defined|set|filled|provided|confirmed|inserted|added|done|decided)|insert|fill ?(?:me|in|this)|set ?me|paste|enter|goes',
  bg: 'да се (?:замени|смени|промени|попълни|въведе|постави)|за (?:замяна|смяна|попълване|въвеждане)|замени(?:те)?|смени(?:те)?|промени(?:те)?|попълни(?:те)?|въведи|въведете|постави(?:те)?|da se (?:zameni|smeni|popalni)|(?:zameni|smeni|promeni)(?:te)? ?me',
  cs: 'k (?:nahrazeni|doplneni|vyplneni|zmene)|nahradit|nahrad(?:te)?|zmenit|zmen(?:te)?|doplnit|doplnte|vyplnit|vyplnte|vlozit|vlozte|zadejte',
  da: 'skal (?:udskiftes|erstattes|aendres|udfyldes)|udskift(?:es)?|erstat(?:tes)?|skift|aendr(?:es)?|indsaet(?:tes)?|udfyld(?:es)?|indtast',
  de: 'muss (?:ersetzt|geandert) werden|wird (?:noch )?(?:ersetzt|gesetzt|eingesetzt)|ersetz(?:e|en)|zu ersetzen|(?:a|ae)nder(?:e|n)|einsetzen|einf(?:u|ue)gen|eintragen|ausf(?:u|ue)llen|eingeben|einzusetzen|einzutragen|auszuf(?:u|ue)llen|festzulegen|platzhalter',
  el: 'αντικαταστησ[α-ω]*|προσ (?:αντικατασταση|συμπληρωση|αλλαγη)|να (?:αντικατασταθει|αλλαξει|συμπληρωθει)|αλλαξ(?:ε|τε)|συμπληρωσ(?:ε|τε)|εισαγετε|εισαγωγη|βαλ(?:ε|τε)',
  es: '(?:a|por|para) (?:reemplazar|sustituir|cambiar|rellenar|definir|completar)|reempla(?:zar|ce|za)(?:me)?|sustitu(?:ir|ya|ye)(?:me)?|cambi(?:ar|a|e)(?:me)?|insert(?:ar|e|a)|poner|pon(?:ga)?|rellenar|introduzca|escriba',
  et: 'asenda(?:da|ge)?|muuda|muutke|vaheta(?:da|ge)?|sisesta(?:da|ge)?|taida(?:da)?|taitke|lisa(?:da|ge)?',
  fi: 'korvaa|korvattava|vaihda|vaihdettava|muuta|muutettava|taytettava|tayta|lisaa|syota|kirjoita|aseta',
  fr: 'a (?:remplacer|changer|modifier|definir|completer|renseigner|inserer|remplir|saisir)|remplac(?:er|ez|e)|chang(?:er|ez|e)|inser(?:er|ez)|met(?:tre|tez)|saisi(?:r|ssez)',
  ga: 'le (?:hathru|hionadu|lionadh|cur isteach|socru)|athraigh|ionadaigh|cuir isteach',
  hr: 'za (?:zamjenu|promjenu|unos)|treba (?:zamijeniti|promijeniti|popuniti|upisati)|zamijeni(?:ti|te)?|promijeni(?:ti|te)?|upis(?:ati|i|ite)|unes(?:i|ite)|umetn(?:i|uti|ite)|popuni(?:ti|te)?',
  hu: '(?:le|ki)?cserelendo|csereld (?:le|ki)|cserelje (?:le|ki)|modositando|kitoltendo|helyettesitendo|megadando|beillesztendo|irja|ird|add meg|adja meg|toltse ki|illessze be',
  it: 'da (?:sostituire|cambiare|modificare|compilare|inserire|definire|impostare|completare|riempire)|sostituire|sostituisci(?:mi)?|cambiare|cambia(?:mi)?|modificami|inseri(?:re|sci)',
  lt: 'pakeis(?:ti|kite|k|tina)|keistina|irasy(?:ti|kite|k)|ivesk(?:ite)?|ivesti|ikelti|uzpildy(?:ti|kite)',
  lv: 'aizsta(?:t|jiet|j)|jaaizstaj|jamaina|janomaina|nomain(?:it|iet|i)|maini|ievad(?:it|iet|i)|jaievada|aizpild(?:it|iet|i)|jaaizpilda|ieliec(?:iet)?|ievietot',
  mt: 'biddel(?:ni)?|ibdel(?:ni)?|ghandu jinbidel|(?:biex|trid) (?:t|j)inbidel|dahhal|ikteb|poggi|imla',
  nl: '(?:nog )?te (?:vervangen|wijzigen|veranderen|bepalen)|in te vullen|vervang(?:en)?|verander|wijzig(?:en)?|invullen|invoegen|vul|plakken|moet (?:vervangen|gewijzigd) worden',
  pl: 'do (?:zmiany|zastapienia|podmiany|uzupelnienia|wypelnienia|ustalenia|wpisania|wstawienia|podania)|zmien(?:ic)?|zastap(?:ic)?|podmien(?:ic)?|wstaw(?:ic)?|wpisz|wpisac|uzupelni(?:c|j)',
  pt: '(?:a|por|para) (?:substituir|alterar|preencher|definir|inserir|trocar)|substitu(?:ir|a)|alter(?:ar|e)|mud(?:ar|e)|inser(?:ir|a)|coloc(?:ar|que)|coloque|preencher|trocar',
  ro: 'de (?:inlocuit|schimbat|completat|modificat|introdus|stabilit|definit)|inlocui(?:ti|este)|schimba(?:ti)?|introdu(?:ceti)?|inserati|completati',
  sk: 'na (?:nahradenie|doplnenie|vyplnenie|zmenu)|nahradit|nahrad(?:te)?|zmenit|zmen(?:te)?|doplnit|doplnte|vyplnit|vyplnte|vlozit|vlozte|zadajte',
  sl: 'za (?:zamenjavo|vnos|dopolnitev)|treba zamenjati|zamenjaj(?:te)?|zamenjati|spremeni(?:te)?|vnesi(?:te)?|vstavi(?:te)?|izpolni(?:te)?|dopolni(?:te|ti)|vpisi(?:te)?',
  sv: '(?:ska|skall|maste) (?:bytas(?: ut)?|ersattas|andras|fyllas i)|byt(?: ut)?|ersatt|att (?:ersatta|byta|fylla i)|andra|fyll i|infoga|skriv(?: in)?|satt in|ange'
}

/** "Here", "your" and what else stands beside such a verb and says nothing, folded. */
const beside = {
  here: 'here|hier|ici|aqui|qui|tukaj|aici|hawn|anseo|siia|tahan|cia|seit|ovdje|sem|zde|tu|tutaj|har|her|εδω|тук|ide',
  your: 'your|dein|deine|ihr|ihre|votre|vos|ton|tu|su|tuo|tua|suo|sua|seu|teu|uw|jouw|twoj|twoja|twoje|vas|vase|tvoj|tvoje|az on|dumneavoastra|ваш|вашият|вашата|твоят|твоята|σου|σασ|ditt|din|dit|dine|sinu|teie|oma|jusu|tavs|tava|do|tieghek|tieghi',
  other:
    'il|me|mich|moi|mnie|ma|mani|mane|mig|mind|minut|this|it|be|dan|tama|value|wert|valeur|valor|valore|waarde|wartosc|hodnota|hodnotu|ertek|erteket|valoare|valoarea|стойност|τιμη|varde|vardet|vaerdi|arvo|vaartus|verte|vertibu|vrijednost|vrednost|luach|valur|please|bitte|before|later|prod|production|deploy|secret|real|own|noch|encore|todavia|ancora|ainda|nog|jeszcze|jeste|meg|inca|още|ακομη|ennu|endnu|viela|veel|dar|vel|jos|se|fos|ghad'
}

const whole = (source: string): RegExp =>
  new RegExp(`(?<![a-z\\u0370-\\u04ff])(?:${source})(?![a-z\\u0370-\\u04ff])`, 'g')

/** A word or a phrase that asks for a value in its place. */
export const asksToReplace = whole(Object.values(toReplace).join('|'))
export const saysHere = whole(beside.here)
export const saysYour = whole(beside.your)
export const saysLittle = whole(beside.other)
