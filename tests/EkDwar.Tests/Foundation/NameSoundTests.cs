using EkDwar.Foundation.Names;

namespace EkDwar.Tests.Foundation;

/// <summary>
/// Names as they are written in Maharashtra, Punjab and Haryana: which are one to a search, and which are not. Patil and Patel are two:
/// they are names of two peoples, and both are common.
/// </summary>
public sealed class The_sound_of_a_name
{
    /// <summary>A name, then spellings of the same in any script.</summary>
    const string Alike = """
        Pawar Powar पवार ਪਵਾਰ Pavar
        Sunita Suneeta सुनीता सुनिता ਸੁਨੀਤਾ
        Kulkarni कुळकर्णी कुलकर्णी Kulkarnee
        Joshi जोशी Josi ਜੋਸ਼ੀ
        Singh सिंह सिंघ ਸਿੰਘ Sinh Sing
        Deshpande देशपांडे देशपाण्डे
        Deshmukh देशमुख Deshmuk
        Jadhav जाधव Jadhao Jadhaw
        Chavan चव्हाण Chavhan Chawan
        Gaikwad गायकवाड Gayakwad Gaykwad
        Kshirsagar क्षीरसागर Xirsagar Ksheersagar
        Dnyaneshwar ज्ञानेश्वर Gyaneshwar Dnyaneshvar
        Kamble कांबळे काम्बळे Kambale
        Mhatre म्हात्रे Mhaatre
        Shinde शिंदे शिन्दे Shinday
        Bhosale भोसले Bhosle Bhosley Bhonsle
        Sonawane सोनवणे Sonavane Sonwane
        Waghmare वाघमारे Vaghmare
        Kale काळे काले Kaley
        More मोरे Morey
        Gore गोरे
        Thorat थोरात
        Salunkhe साळुंखे Salunke
        Patil पाटील पाटिल Pateel
        Patel पटेल ਪਟੇਲ
        Krishna कृष्णा कृष्ण Krushna ਕ੍ਰਿਸ਼ਨਾ
        Vrushali वृषाली Vrishali
        Hrishikesh हृषीकेश ऋषिकेश Rushikesh Rishikesh
        Pruthviraj पृथ्वीराज Prithviraj
        Amruta अमृता Amrita ਅੰਮ੍ਰਿਤਾ
        Trupti तृप्ती Tripti
        Laxmi लक्ष्मी Lakshmi
        Laxman लक्ष्मण Lakshman
        Akshay अक्षय Akshai
        Sanjay संजय Sanjai ਸੰਜੇ
        Vijay विजय Vijai ਵਿਜੇ
        Pradnya प्रज्ञा Pragya Prajnya
        Santosh संतोष सन्तोष
        Ramchandra रामचंद्र रामचन्द्र Ramachandra
        Dattatray दत्तात्रय Dattatrey Dattatraya
        Vitthal विठ्ठल Vithal
        Pandurang पांडुरंग
        Tukaram तुकाराम
        Namdeo नामदेव Namdev
        Bhaskarrao भास्करराव
        Rao राव
        Shivaji शिवाजी Sivaji
        Swapnil स्वप्नील Svapnil
        Shweta श्वेता Sweta
        Jyoti ज्योती ज्योति ਜੋਤੀ
        Jayshree जयश्री Jayashri
        Vaishali वैशाली
        Vaibhav वैभव Vaibhao
        Yashwant यशवंत Yeshwant Yashvant
        Prashant प्रशांत Prasant
        Vinayak विनायक Vinaik
        Dipak दीपक Deepak
        Sandip संदीप Sandeep
        Pooja पूजा Puja
        Sheetal शीतल Shital
        Aarti आरती Arati
        Ganesh गणेश Ganes
        Mahesh महेश
        Rahul राहुल Raahul
        Sagar सागर Sager
        Prabhakar प्रभाकर Prabhaker
        Gauri गौरी Gowri
        Chaudhari चौधरी Chowdhari Choudhari
        Gowda गौडा Gauda
        Agarwal अग्रवाल Agrawal Aggarwal ਅਗਰਵਾਲ
        Sharma शर्मा ਸ਼ਰਮਾ Sharmaa
        Verma वर्मा Varma ਵਰਮਾ
        Gupta गुप्ता ਗੁਪਤਾ
        Mishra मिश्रा मिश्र Misra
        Shukla शुक्ला शुक्ल
        Srivastava श्रीवास्तव Shrivastav Shrivastava
        Tiwari तिवारी Tivari Tewari
        Pandey पांडे पाण्डेय Pande
        Dubey दुबे Dube
        Yadav यादव Yadao
        Mehta मेहता
        Bhatia भाटिया ਭਾਟੀਆ Bhatiya
        Priya प्रिया Pria ਪ੍ਰਿਆ
        Sonia सोनिया Soniya ਸੋਨੀਆ
        Surya सूर्या
        Kiran किरण ਕਿਰਨ
        Manoj मनोज
        Gurpreet गुरप्रीत ਗੁਰਪ੍ਰੀਤ Gurprit
        Kaur कौर ਕੌਰ Kour
        Harjit ਹਰਜੀਤ Harjeet हरजीत
        Jaswinder ਜਸਵਿੰਦਰ Jasvinder जसविंदर
        Balwinder ਬਲਵਿੰਦਰ Balvinder
        Surinder ਸੁਰਿੰਦਰ Surender सुरेंद्र Surendra
        Rajinder ਰਾਜਿੰਦਰ Rajendra राजेंद्र राजेन्द्र Rajender
        Mahinder ਮਹਿੰਦਰ Mahendra महेंद्र
        Chander चंदर Chandra चंद्र ਚੰਦਰ
        Sidhu ਸਿੱਧੂ Siddhu
        Gill ਗਿੱਲ गिल
        Dhillon ਢਿੱਲੋਂ
        Brar ਬਰਾੜ Barar
        Bajwa ਬਾਜਵਾ Bajva
        Dhaliwal ਧਾਲੀਵਾਲ
        Grewal ਗਰੇਵਾਲ Garewal
        Sandhu ਸੰਧੂ
        Mann ਮਾਨ Maan
        Cheema ਚੀਮਾ Chima
        Manpreet ਮਨਪ੍ਰੀਤ मनप्रीत
        Baljit ਬਲਜੀਤ Baljeet
        Parmjit ਪਰਮਜੀਤ Paramjeet
        Sukhdev ਸੁਖਦੇਵ Sukhdeo
        Simran ਸਿਮਰਨ
        Kulwant ਕੁਲਵੰਤ Kulvant
        Gurmeet ਗੁਰਮੀਤ Gurmit
        Navneet ਨਵਨੀਤ Nawneet
        Shaikh शेख Sheikh
        Mohammad मोहम्मद मुहम्मद Muhammad Mohammed Mohd
        Sayyad सय्यद Syed सैयद
        Rizwan रिझवान रिज़वान
        Ayesha आयशा Aisha
        Khan खान ख़ान ਖ਼ਾਨ
        Zaheer ज़हीर Jahir
        Siddiqui सिद्दीकी
        Pathan पठाण पठान
        Kuldeep कुलदीप ਕੁਲਦੀਪ Kuldip
        Shah शाह ਸ਼ਾਹ
        Awhad आव्हाड Avhad
        Ghodke घोडके Ghodake
        Panwar पंवार Panvar
        Devkar देवकर Deokar
        Devendra देवेंद्र Davinder
        Begum बेगम
        Fernandes फर्नांडिस
        Varinder ਵਰਿੰਦਰ Virender
        Shiva शिव Siva
        Mukherjee मुखर्जी
        Anasuya अनुसया
        """;

    /// <summary>A name, then names that are others.</summary>
    const string Unlike = """
        Pawar Patil Panwar पाटील
        Patil Patel पटेल
        Sunita Sunit सुनीत Sunil
        Anil Anila Amol
        Kale Kole Kali कोळे
        Mane Mani Mina
        Shinde Shende शेंडे
        Joshi Jose
        Rao Roy
        Ramesh Suresh Rakesh
        Mahesh Mukesh Nilesh
        Sanjay Sanjiv Ajay
        Vijay Vinay
        Deepa Deepak Deep
        Amit Ajit Anit
        Kavita Kavish Savita
        Rani Rina Ranjana
        Chavan Chauhan चौहान
        Jadhav Yadav यादव
        Mohan Mahan Sohan
        Kaur Kumar
        Kiran Karan
        Harpreet Gurpreet Manpreet
        Manjeet Ranjeet
        Baljit Daljit
        Gill Gol
        Sachin Nitin
        Rekha Radha
        Lata Lalita
        Asha Usha Isha
        Uma Om
        Prakash Pramod Prasad
        Dilip Dipak
        Ganesh Gajanan
        Balu Bala
        Sita Sitaram
        Bhosale Bhonde
        Gaikwad Gavade
        Kadam Kamble
        Shaikh Sheth
        Khan Khanna Khanolkar
        Dhillon Dhaliwal
        Sidhu Sandhu
        Brar Bedi
        Sharma Verma
        Gupta Gupte
        Mishra Mehra
        Tukaram Sakharam
        Meena Mona
        Sonal Sunil
        Poonam Pinam
        Rohit Rahat
        Vishal Vaishali
        Aarti Aradhya
        Jyoti Jaya
        Nanda Nandu
        Hari Hira
        More Mori
        Gore Gaware
        Thakur Thakare
        """;

    // What the rules are known to miss, and why no rule was made of it: each would join names that differ.
    static readonly string[] Missed = ["Devendra Davinder", "Bhosale Bhonsle", "Begum बेगम", "Fernandes फर्नांडिस", "Tiwari Tewari", "Varinder Virender", "Anasuya अनुसया"];

    [Fact]
    public void finds_nearly_every_spelling_of_it()
    {
        var pairs = Pairs(Alike);
        var missed = pairs.Where(pair => !IsOne(pair)).Select(pair => $"{pair.One} {pair.Other}").ToList();
        Assert.Equal(Missed.Order(StringComparer.Ordinal), missed.Order(StringComparer.Ordinal));
        Assert.True(pairs.Count >= 300, $"{pairs.Count} pairs");
        var recall = 1 - (double)missed.Count / pairs.Count;
        Assert.True(recall >= 0.97, $"recall {recall:0.000}");
    }

    [Fact]
    public void finds_no_other_name()
    {
        var others = Pairs(Unlike);
        Assert.Equal([], others.Where(IsOne).Select(pair => $"{pair.One} {pair.Other}: {NameSound.Of(pair.One)}"));
        Assert.True(others.Count >= 80, $"{others.Count} pairs");
    }

    /// <summary>Every name of the lists against every other: how many of those it calls one are one.</summary>
    [Fact]
    public void is_shared_by_few_names_that_are_not_one()
    {
        var names = Alike.Split('\n').SelectMany((line, at) => line.Trim().Split(' ').Select(name => (Name: name, Line: at, Sound: NameSound.Of(name)))).ToList();
        var (right, wrong) = (0, new List<string>());
        foreach (var alike in names.GroupBy(name => name.Sound).Select(group => group.ToList()))
            for (var at = 0; at < alike.Count; at++)
                foreach (var other in alike.Skip(at + 1))
                    if (other.Line == alike[at].Line) right++;
                    else wrong.Add($"{alike[at].Name} {other.Name}");
        var precision = (double)right / (right + wrong.Count);
        Assert.True(precision >= 0.97, $"precision {precision:0.000}: {string.Join(", ", wrong)}");
    }

    [Theory]
    [InlineData("श्रीमती सुनीता पवार", "सुनीता पवार")]
    [InlineData("Dr. R. V. Kulkarni", "kulkarni")]
    [InlineData("D'Souza, Maria", "dsouza maria")]
    [InlineData("Shri", "shri")]
    [InlineData("र्‍हाळकर", "र्हाळकर")]
    [InlineData("  ", "")]
    public void is_taken_of_its_words_without_titles_and_initials(string name, string words) => Assert.Equal(words, string.Join(' ', NameWords.Of(name)));

    [Fact]
    public void is_there_for_any_letters()
    {
        foreach (var odd in (string[])["", "א", "123", "ੱ", "्", "ंं", "yyy", "hhh", "aaaa", "कककक्", "Ñandú", new string('क', 500)]) Assert.NotNull(NameSound.Of(odd));
    }

    static bool IsOne((string One, string Other) pair) => NameSound.Of(pair.One) == NameSound.Of(pair.Other);

    static List<(string One, string Other)> Pairs(string lists) =>
        [.. from line in lists.Split('\n') let names = line.Trim().Split(' ') from other in names.Skip(1) select (names[0], other)];
}
