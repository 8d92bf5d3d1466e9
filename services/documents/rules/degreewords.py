"""Words of degrees and of what one may study, in many languages, as patterns."""

import re

_ENDS = r"(?=$|[\s,(])"
_NO_PROGRAM = (
    r"(?!\ (?:Excel|Word|Office|Project|Access|Power\ ?Point|Outlook|Teams|SQL|Windows|Visio"
    r"|Dynamics|Publisher|SharePoint|Azure|DOS|OneNote|Paint|Exchange|Suite)\b)"
)
"""Letters before the name of a program are those of its maker: "MS Word"."""
_NO_STANDARD = r"(?!\ (?:(?:EN|IEC|ISO)\ )*\d{3})"
"""Before a number stands the name of a standard: "BS 7671"."""
DEGREE = re.compile(
    rf"""(?<![\w.])(?:
        [BM]\.?(?:SC|ENG|TECH|COM|ED|PHIL|PHARM)\b\.?|PH\.?D\b\.?
      | Ph\.?\s?D\.?|D\.?Phil\.?|(?:M\.?D|J\.?D)\.?{_ENDS}|Ed\.?D\.?|Doctor(?:ate|al)?\b
      | (?:Executive\ )?M\.?B\.?A\.?|LL\.?[BM]\.?|M\.?Phil\.?|M\.?P\.?[HA]\.?{_ENDS}
      | M\.?Sc\.?|M\.\s?[SA]\.?|M[SA]{_ENDS}{_NO_PROGRAM}|M\.?Eng\.?|M\.?Tech\.?|M\.?Ed\.?
      | M\.?F\.?A\.?|MCA\b
      | B\.?Sc\.?|B\.\s?[SEA]\.?|B[SEA]{_ENDS}{_NO_STANDARD}|B\.?Eng\.?|B\.?Tech\.?
      | [MB]\.?Com\.?|BCA\b
      | B\.?B\.?A\.?|B\.?F\.?A\.?|B\.?Ed\.?|A\.\s?[AS]\.|AAS?{_ENDS}
      | Master(?:['’]?s)?\b|Bachelor(?:['’]?s)?\b|Associate(?:['’]?s)?\ (?:degree|of|in)\b
      | Dipl[oô]m[ae]?\b|Licen[cs]e\b|Licenciatura\b|Laurea\b|Magister\b|Staatsexamen\b|Abitur\b
      | Dipl\.-\w+\.?|Fachhochschulreife\b|Mittlere\ Reife\b|Gesellenbrief\b|Meisterbrief\b
      | Bachelier\b|Ma[iî]trise\b|Doctorat\b|Doctorado\b|Dottorato\b|Doutorado\b|Promotion\ in\b
      | (?:BTSA?|DUT|BUT|CAP|DEA|DESS|BEP|HNC|PGCE|PGDE|BTEC|S?NVQ|SVQ|HBO|MBO|FP|MRes)\b
      | (?:MPhys|MPharm|MSci|MArch|BArch|MMus|BMus|MSW|BSW|MSN|BSN|BNurs|BN|GDL|LPC|FdSc|FdA)\b
      | P[Gg]\ ?(?:D[Ii][Pp]|C[Ee][Rr][Tt])\b|(?:Cert|Dip)HE\b|PharmD\b|DPT\b|DNP\b|DBA\b
      | (?:Advanced\ )?Highers\b|Leaving\ Cert(?:ificate)?\b|Habilitation\b|Licencjat\b
      | Associate\ Degree\b|Foundation\ Degree\b|City\ (?:&|and)\ Guilds\b|B\.?Pharm\b|MBBS\b
      | [Aa][- ][Ll]evels?\b|Apprenticeship\ (?:in|as)\b|Certificate\ (?:I{{1,3}}|IV)\ in\b
      | Ausbildung\ zu[mr]?\b|Umschulung\ zu[mr]?\b|Lehre\ (?:als|zu[mr]?)\b
      | Ingenier[oa]\ |Licenciad[oa]\ en\b
      | M[aá]ster\b|T[eé]cnico\ (?:Superior\ )?e[nm]\b|Bachillerato\b|Bachiller\b|Ingegneria\b
      | Graduado\ en\b|Grado\ Superior\b|Diplomatura\b|Diplomad[oa]\b|Maestr[ií]a\b|Mag\.\s
      | Matura\b|Baccalaur[ée]at\b|Grado\ en\b
      |(?:High|Secondary)\ [Ss]chool\ (?:[Dd]iploma|[Cc]ertificate)\b
      | (?:MVB|BVSc|BVMS|BDS|MBBCh|BAMS|SSLC)\b|(?:HSC|SSC|[HS]\.S\.C\.)(?=\W|$)
      |Meister(?:schule|prüfung)\b
      | Higher\ Secondary\b(?!\ School)
      | (?:MChem|MMath)\b
      | GED\b|A-Levels?\b|GCSEs?\b|Certificate\ (?:in|of)\b|HND\b|(?:Minor|Major)\ in\b
      | Dr\.[ -](?:(?:rer|phil|med|iur|jur|oec|theol|agr|vet|dent)\.|Ing\.)(?:\ (?:nat|pol|med)\.)*
      | Level\ [2-8]\ (?=[A-Z])|(?:\d\ )?Standard\ Grades\b|[Oo][- ][Ll]evels?\b
      | (?:(?:First|Second|Third)[- ][Cc]lass\ |Honou?rs\ |Joint\ )?[Dd]egree\ in\b
      |(?:2:[12]|First)\ in\b
      | [Ii]n[żz]ynier\b|[Mm]agister\b|Magisterium\b|Kandidate?xamen\b|Masterexamen\b
      |Civilingenj[öo]r\b
      | Bachelorgrad\b|Mastergrad\b|Cand\.\ ?\w+\.?|Maisteri\b|Kandidaatti\b|Ylioppilas\w*
      |Doctorandus\b
      | Maturita\b|Bakal[áa][řr]\b|Magistr\b|In[žz]en[ýy]r\b|[ÉE]retts[ée]gi\b
      |(?:Y[üu]ksek\ )?[Ll]isans\b
      | Licen[țţt][ăa]\b|Masterat\b|Bacalaureat\b|P[óo]s-[Gg]radua[çc][ãa]o\b|Postgrado\b
      |Graduada\ en\b
      | CAPES\b|Agr[ée]gation\b|Bac(?:\ pro(?:fessionnel)?\b|\+[2-8])|BPJEPS\b|Fachabitur\b
      |Realschulabschluss\b
      | Hauptschulabschluss\b|Meister\ (?:im|in)\b|Бакалавр\w*|Магистр\w*|Магістр\w*|Πτυχίο
      | BACHELOR(?:['’]?S)?\b|MASTER['’]?S\b|MASTER\ (?:OF|IN)\b|DOCTOR(?:ATE|\ OF)\b|DIPLOMA\b
      | ASSOCIATE(?:['’]?S)?\ (?:DEGREE|OF|IN)\b|HIGH\ SCHOOL\ DIPLOMA\b|CERTIFICATE\ (?:OF|IN)\b
      | Ensino\ M[ée]dio\b|Mast[èe]re\b|(?:10|12)th\ (?:Standard|Grade|Class)\b
      |Class\ (?:XI?I?|10|12)\b
      |(?:[A-Z][a-z]{{1,20}}\ ){{0,4}}School\ Certificate\b|\w{{0,30}}[Ss]chule\ Certificate\b
      | (?:[A-Z]+\ )*SCHOOL\ CERTIFICATE\b|(?:Exchange|Study)\ (?:[Ss]emester|[Yy]ear|[Aa]broad)\b
      | (?:Semester|Year)\ [Aa]broad\b|Erasmus\b|Auslandssemester\b|Ann[ée]e\ [Ee]rasmus\b
      | Access\ to\ (?:HE|Higher\ Education)\b|Nanodegree\b|Ing\.|Ingenier[íi]a\b|Bacharel\w*
      |Mestrado\b|Vordiplom\b
      | (?:WASSCE|SSCE|WAEC|NECO|KCSE|KCPE|CSEC|OND|NCEA|UACE|BGCSE|VWO|HAVO|VMBO|NTC)\b
      |PUC\b(?![-–]\w|\ (?:Rio|Minas|Chile))
      | International\ Baccalaureate\b|Plus\ Two\b|10\s?\+\s?2\b|Matric(?:ulation)?\b
      | (?:Allgemeine\ )?Hochschulreife\b|Tecn[óo]log[oa]\ e[mn]\b|Tecnologia\ em\b
      | Especializa[çc][ãa]o\ em\b|Especializaci[óo]n\ en\b|Titre\ [Pp]rofessionnel\b
      | (?:Grado|Vocational\ [Tt]raining|(?:Berufs)?[Aa]usbildung|Apprenticeship
        |Opleiding|Formación)(?=\s*(?:$|[,:|\t(]|[–-]\s))
      | Legal\ Practice\ Course\b|Bar\ (?:Vocational|Practice)\ Course\b|Foundation\ [Yy]ear\b
    )""",
    re.VERBOSE,
)
SUBJECT = re.compile(
    r"(?:sciences?|engineering|studies|studien|arts?|[a-z]ics|[a-z]og(?:y|ie|ía|ia)|hist(?:ory|oire|oria)"
    r"|law|jura|droit|derecho|medicine|medizin|nursing|management|administration|business|design"
    r"|music|musik|finance|education|accounting|communications?|journalism|marketing|languages?"
    r"|literature|philosophy|chemistry|architecture|geography|planning|technology|informatik"
    r"|wissenschaft\w*|technik|wesen|economía|econom[íi]a|ingenier[íi]a|informatique|gestion"
    r"|computing|intelligence|security|networks?|robotics|systems|hospitality|tourism|theology"
    r"|policy|relations|statistics|maths?"
    r"|painting|sculpture|illustration|photograph[yi]\w*|films?|theatre|drama|dance|textiles"
    r"|fashion|animation"
    r"|midwifery|nutrition|dentistry|pharmacy|horticulture|agriculture|forestry|surveying"
    r"|carpentry|joinery"
    r"|plumbing|bricklaying|welding|classics|social work|childcare|counselling|public health"
    r"|commerce|banking"
    r"|writing|translation|interpreting|maschinenbau|[bv]wl|architektur|pflege|soziale arbeit"
    r"|germanistik"
    r"|p[äa]dagogik|enfermer[íi]a|pedagog[íi]a|contabilidad|administraci[óo]n|lettres|langues"
    r"|budownictwo"
    r"|zarz[ąa]dzanie|informatyka|prawo|ekonomia|filologia|giurisprudenza|lettere|economia)\b",
    re.IGNORECASE,
)
"""How the fields of study end in which one takes a degree."""
