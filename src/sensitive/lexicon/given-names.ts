/**
 * Given names that are common in the countries of the EU, folded. A name that means a thing as often, such as `Max`, is not
 * here. A given name alone says nothing; with a surname it is a person whose illness or care a text speaks of.
 */
export const givenNames: ReadonlyArray<string> = [
  'adam agnes agnieszka ahmed aino aivars alain alberto alejandro alena alessandro alexandru algirdas ali alois alvaro',
  'ana anders andre andrea andreas andreea andrei andreia andrej andres andris andrzej anette anezka angel angelika aniko',
  'anita ankica anna anneli anneliese anouk antanas ante antoine anton antonella antonia antonio antti aoife astrid',
  'attila ayse barbara beatriz bela bengt bernard bernd birgit birgitta bo bodil bostjan brid brigitte bruno camille',
  'carlos carmela carmelo carmen catarina catherine chiara chloe christine christophe ciara ciaran claudia concetta',
  'constantin cornelia cornelis cristina csaba dace daniel danuta danute darius davide declan diego dieter dolores',
  'domenico donal doris dusan edgars elena elfriede elisabeth elzbieta emine eoin erik erika erzsebet eva ewa fatima',
  'fatma federica femke ferenc fernando florin franc francesca francesco francisco franco francoise frantisek franz gabor',
  'gabriel gabriele geertruida gerard gerda gerhard gerrit gertrud gheorghe giorgio giovanni giulia giuseppe giuseppina',
  'goncalo goran grzegorz gunter gunther guntis gustav gyorgyi gyula hakan halina hana hanne hannelore hans heike heikki',
  'heinz helena helga helmi helmut hendrik hendrika henrik henrique herbert hermann horst hugo igor ildiko ilona ilze',
  'imre ines inese inge inger ingrid ioana ion ionela ionut irena isabel isabelle istvan ivan ivana jaan jacques jadwiga',
  'jakub jan jana janez janina janis janos jaroslav jasna javier jean jeanne jens jeroen jerzy jesus jiri jitka joanna',
  'joao joaquim johan johann johanna johannes jonas joost jorge jorgen jose josef josefa josip joze jozef jozsef juan',
  'judit juhani jukka julien juozas juraj jurate jurgen juri juris karel kari karin karl karmenu katalin katarina',
  'katarzyna katharina kazimieras kazimierz kersti kirsten klaus koen kristina krystyna krzysztof ladislav lajos lars',
  'laszlo laura laurent lea leena lena lenka liam liga liisa linnea lone lorenzo lotte lubomir luc lucas lucia lucie',
  'luigi luis lukas lukasz lurdes maarten magdalena maire maja malgorzata malle manfred manon manuel marcin marco mare',
  'marek margareta margarida margus maria marian mariana marie marieke marija mario maris marjan marjatta marketa marko',
  'markus mart marta martin martina martine matej mathieu matjaz matteo matthias matti mehmet mette michael michel miguel',
  'mihaela mihai mikael mikko milan mindaugas mirjana miroslav mogens mohammed mojca monika monique mustafa nathalie',
  'nevenka niamh nicolae nicolas niels nils nuno olivier olof ona pablo padraig paola paolo patrick paula paulo pavel',
  'pawel pedro pekka per peter petr petra petras philippe pierre pieter pietro pilar piotr piret pirkko poul rainer rasa',
  'raul rein renate ricardo riina rita ritva roberta roberto rosa ruben rui ruta ryszard sabine salvatore salvu sandor',
  'sandrine sanne sara seamus sean seppo sergio siegfried silvia simona sinead siobhan sirje sjoerd sofia soren stanislav',
  'stanislaw stefan stefano stephan stjepan susana susanne sven sylvie tadeusz tamas tapani teresa tereza thierry thomas',
  'tiago tiina timo tomas tomasz tomislav tonu toomas tuula twanny ulla urmas ursula urve uwe vaclav valdis valentina',
  'valerie vasco vasile veikko vera veronika veronique vesna vincenzo vladimir vladislav vytautas waltraud werner',
  'wilhelmina willem wolfgang wouter yusuf yves zane zbigniew zdenek zeljko zofia zoltan zsuzsanna zuzana zvonimir gorga',
  'guzepp αικατερινη αννα βασιλησ βασιλικη γεωργια γεωργιοσ γιαννησ γιωργοσ δημητρησ δημητριοσ ελενη ιωαννησ κατερινα',
  'κωνσταντινοσ κωστασ μαρια νικολαοσ νικοσ παναγιωτησ σοφια χρηστοσ анна васил георги гергана десислава димитър елена',
  'иван ивана иванка иорданка красимир мария николаи пенка петър пламен стоян тодор христо'
]
