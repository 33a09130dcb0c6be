namespace EkDwar.Bench;

/// <summary>
/// Names as a state has them: few are common, most are rare. A person's given name, her father's or husband's and a surname, in
/// Devanagari and in Latin letters; and how somebody else would write the same.
/// </summary>
public static class IndianNames
{
    static readonly (string Local, string Latin, string Heard)[] Given = Parse("""
        सुनीता Sunita Suneeta|ज्ञानेश्वर Dnyaneshwar Gyaneshwar|लक्ष्मी Laxmi Lakshmi|गणेश Ganesh Ganes|संजय Sanjay Sanjai|विजय Vijay Vijai|प्रज्ञा Pradnya Pragya|कृष्णा Krishna Krushna|दीपक Deepak Dipak|संदीप Sandeep Sandip
        पूजा Pooja Puja|शीतल Sheetal Shital|वैशाली Vaishali वैशाली|अमृता Amruta Amrita|यशवंत Yashwant Yeshwant|राजेंद्र Rajendra Rajinder|सुरेंद्र Surendra Surinder|महेंद्र Mahendra Mahinder|मोहम्मद Mohammad Muhammad|आयशा Ayesha Aisha
        रमेश Ramesh रमेश|सुरेश Suresh सुरेश|महेश Mahesh महेश|अनिल Anil अनिल|सुनील Sunil सुनिल|किरण Kiran ਕਿਰਨ|मीना Meena Mina|रेखा Rekha रेखा|कविता Kavita कविता|प्रकाश Prakash प्रकाश
        वसंत Vasant Wasant|हेमंत Hemant हेमंत|नामदेव Namdeo Namdev|तुकाराम Tukaram तुकाराम|सखाराम Sakharam सखाराम|बाळासाहेब Balasaheb बाळासाहेब|विठ्ठल Vitthal Vithal|पांडुरंग Pandurang पांडुरंग|दत्तात्रय Dattatray Dattatrey|शंकर Shankar शंकर
        """);

    static readonly (string Local, string Latin, string Heard)[] Surnames = Parse("""
        पाटील Patil Pateel|पवार Pawar Powar|जाधव Jadhav Jadhao|शिंदे Shinde शिन्दे|कांबळे Kamble Kambale|गायकवाड Gaikwad Gayakwad|भोसले Bhosale Bhosle|चव्हाण Chavan Chawan|मोरे More Morey|काळे Kale Kaley
        शेख Shaikh Sheikh|कुलकर्णी Kulkarni कुळकर्णी|देशमुख Deshmukh देशमुख|जोशी Joshi ਜੋਸ਼ੀ|वाघमारे Waghmare Vaghmare|सोनवणे Sonawane Sonwane|क्षीरसागर Kshirsagar Xirsagar|म्हात्रे Mhatre म्हात्रे|थोरात Thorat थोरात|साळुंखे Salunkhe Salunke
        देशपांडे Deshpande देशपाण्डे|घोडके Ghodke Ghodake|आव्हाड Awhad Avhad|गोरे Gore गोरे|निकम Nikam निकम|जगताप Jagtap जगताप|सावंत Sawant Savant|राणे Rane राणे|परब Parab परब|नाईक Naik Nayak
        सिंह Singh Sinh|कौर Kaur ਕੌਰ|शर्मा Sharma ਸ਼ਰਮਾ|वर्मा Verma Varma|यादव Yadav Yadao|गुप्ता Gupta ਗੁਪਤਾ|अग्रवाल Agarwal Agrawal|मेहता Mehta मेहता|खान Khan खान|सय्यद Sayyad Syed
        घोरपडे Ghorpade घोरपडे|बिरादार Biradar बिरादार|लोखंडे Lokhande लोखंडे|माने Mane माने|ढोले Dhole ढोले|फडके Phadke Fadke|गवळी Gawli Gavli|राठोड Rathod Rathore|तांबे Tambe तांबे|र्‍हाळकर Rhalkar ऱ्हाळकर
        """);

    public static (string Local, string Latin) Of(long number)
    {
        var mixed = Mixed(number);
        var (given, father, surname) = (Given[mixed % (uint)Given.Length], Given[mixed / 64 % (uint)Given.Length], Common(Surnames, mixed / 4096));
        return ($"{given.Local} {father.Local} {surname.Local}", $"{given.Latin} {father.Latin} {surname.Latin}");
    }

    /// <summary>What an official types who heard the name: one word or two, in either script or as it sounds.</summary>
    public static string Asked(long number)
    {
        var mixed = Mixed(number + 1_000_003);
        var (given, surname) = (Given[mixed % (uint)Given.Length], Common(Surnames, mixed / 4096));
        return (number % 4) switch { 0 => surname.Local, 1 => surname.Heard, 2 => $"{given.Heard} {surname.Latin}", _ => $"{surname.Heard} {given.Local}" };
    }

    // The square makes the first ones common and the last ones rare.
    static T Common<T>(T[] all, ulong number) => number % 100_000 / 100_000.0 is var part ? all[(int)(part * part * all.Length)] : all[0];

    static ulong Mixed(long number)
    {
        var mixed = (ulong)number * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9;
        return mixed ^ mixed >> 27;
    }

    static (string, string, string)[] Parse(string table) => [.. table.Split('|', '\n').Where(name => name.Length > 0).Select(name => name.Trim().Split(' ')).Select(parts => (parts[0], parts[1], parts[2]))];
}
