"""Swedish sentences of our own: no page of ours is in Swedish, and no text of others is at hand.

They are what residents, associations and staff might write. They were written down one after the
other, without looking at what a stemmer makes of their words; still they are few, of one hand and
about few matters, so that they tell less than the sentences of the other languages.
"""

SENTENCES = """
Vi behöver fler bänkar längs strandpromenaden så att äldre kan vila på vägen.
Bänken vid busshållplatsen är trasig och ingen vet vem som ska laga den.
Föreningen vill öppna ett språkkafé på biblioteket varje tisdag kväll.
Många föreningar saknar lokaler där de kan träffas utan att betala hyra.
Kommunen borde låna ut sina lokaler till grupper som arbetar ideellt.
Lekplatsen i parken är sliten och gungorna går inte att använda i rullstol.
Barnen själva fick rita hur de ville att lekplatser skulle se ut.
Ungdomar vill ha en plats inomhus där de får vara utan att köpa något.
En ungdom i varje arbetsgrupp skulle göra besluten bättre.
Skolvägen är farlig på vintern eftersom snön inte plogas före klockan åtta.
Elever och föräldrar räknade bilarna utanför skolan under två veckor.
Det går för fort med trafiken förbi skolor och förskolor i vårt område.
Cykelvägen slutar mitt på bron och cyklister tvingas ut bland bilar.
Fler cykelvägar mellan byarna skulle låta oss lämna bilen hemma.
Bussen går bara två gånger om dagen och aldrig på söndagar.
Kan bussarna vänta in färjan när vädret gör den försenad?
Färjor och bussar måste passa ihop om någon ska kunna pendla.
Odlingslådor på torget skulle ge grannar en anledning att prata med varandra.
Vi vill odla grönsaker tillsammans på den tomma tomten bakom kyrkan.
Tomten ägs av kommunen och har stått tom i nio år.
Grannarna har redan samlat verktyg, jord och frön till odlingen.
Matsvinnet i skolköket minskade när eleverna fick välja portionen själva.
Restauranger som slänger mat kan skänka den till det öppna köket.
Ett öppet kök på fredagar samlar både nyinflyttade och gamla grannar.
Ensamheten bland äldre är större här än vi trodde innan vi frågade.
Ensamma människor ber sällan om hjälp, men de tackar ja till en promenad.
Volontärerna ringer varje morgon till dem som bor ensamma.
En volontär behöver någon att fråga när samtalet blir svårt.
Vi söker frivilliga som kan köra äldre till vårdcentralen på måndagar.
Vårdcentraler och hemtjänst borde sitta i samma hus.
Hemtjänsten byter personal så ofta att ingen hinner lära känna varandra.
Personalen på äldreboendet vill öppna trädgården för hela kvarteret.
Trädgårdar utan staket gör att fler vågar stanna till.
Belysningen i gångtunneln har varit sönder sedan oktober.
Bättre belysning och låga buskar skulle göra gångvägen tryggare på kvällen.
Tryggheten ökar inte av kameror utan av att människor rör sig ute.
Flickor säger att de känner sig trygga först när andra är i närheten.
Badplatsen saknar ramp, så den som sitter i rullstol kommer inte i vattnet.
Rampen vid entrén är för brant för många rullstolar.
Vattnet i viken luktar på sommaren och fiskarna har blivit färre.
Företaget vid hamnen erbjuder sig att mäta vattenkvaliteten gratis.
Små företag vill hjälpa till men vet inte vem de ska kontakta.
Hamnen kunde bli en mötesplats med loppmarknad och musik om sommaren.
Mötesplatser behöver inte kosta mycket; ett tak och en vattenkran räcker långt.
Vid mötet kom vi överens om att dela på ansvaret i ett halvår.
Möten på dagtid stänger ute alla som arbetar.
Politikerna lovade ett svar före jul och svaret kom i mars.
En politiker borde sitta med från början, inte bara vid beslutet.
Beslut som ingen förklarar gör att folk slutar komma med förslag.
Vårt förslag är att pröva i tre månader och sedan räkna vad det kostade.
Förslagen från invånarrådet ska besvaras skriftligt inom två månader.
Kostnaden delas mellan kommunen, fastighetsägaren och föreningarna.
Fastighetsägare som öppnar sina gårdar borde få hjälp med försäkringen.
Försäkringar är det första som alla frågar om och det sista som blir löst.
Nyanlända familjer hittar inte till aktiviteterna eftersom allt står på svenska.
Aktiviteten var full på en timme, så det finns ett stort behov.
Behoven skiljer sig mellan stadsdelarna och därför räcker inte en lösning.
En annan stadsdel har prövat samma lösningar och delar gärna sina erfarenheter.
Erfarenheten visar att den som fått vara med från början stannar kvar.
Biblioteken kan låna ut verktyg på samma sätt som böcker.
Verktygen märks med färg så att de hittar hem igen.
En bok om byns historia skrivs av dem som har bott där längst.
Byn har förlorat sin affär, och nu planerar invånarna en egen.
Affärer som drivs av invånare behöver minst tjugo personer som turas om.
Invånaren ska kunna se vad som hände med varje synpunkt.
Synpunkter som lämnas på papper räknas lika mycket som de på nätet.
Idrottsplatsen står tom på förmiddagarna när skolorna inte använder den.
Idrottsföreningar och pensionärer kan dela på tiderna i hallen.
Pensionären som sköter isbanan söker någon som kan ta över nyckeln.
Isbanor i varje bostadsområde kostar mindre än en stor arena.
Bostadsområdet har fyrahundra lägenheter men ingen gemensam tvättstuga.
Lägenheterna är för små för kalas, därför vill vi ha en kvarterslokal.
Kommunens jurist förklarade vad lagen tillåter och vad den kräver.
Lagar som skyddar upphandlingen behöver inte hindra ett samarbete.
Samarbetet prövas i ett år och granskas av någon utomstående.
Utvärderingen ska göras tillsammans med dem som använder tjänsten.
Tjänster som ingen har bett om blir sällan använda.
""".strip().splitlines()
