using EkDwar.Onboarding;
using EkDwar.Tests.Foundation.Starting;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Checks;

public sealed class Checking_services : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-check-");

    public void Dispose() => folder.Delete(recursive: true);

    string State => Path.Combine(folder.FullName, "mh");

    /// <summary>The state of Maharashtra as it is committed, one file of it changed.</summary>
    string With(string file, string from, string to)
    {
        Directory.CreateDirectory(State);
        foreach (var original in Directory.EnumerateFiles(Path.Combine(Repository.Root, "services/mh"), "*.yaml")) File.Copy(original, Path.Combine(State, Path.GetFileName(original)), overwrite: true);
        File.Copy(Path.Combine(Repository.Root, "services/mh/places.csv"), Path.Combine(State, "places.csv"), overwrite: true);
        var path = Path.Combine(State, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
        return path;
    }

    [Fact]
    public void of_this_repository_finds_no_fault()
    {
        var found = CheckServices.Run(CheckServices.Files([Path.Combine(Repository.Root, "services")]));
        Assert.True(found.Files >= 2);
        // Not even a text that is missing in one of the four languages.
        Assert.Equal("", string.Join('\n', found.Found));
    }

    [Fact]
    public async Task prints_every_fault_of_every_file_for_an_editor_to_open()
    {
        var income = With("income-certificate.yaml", "type: money", "type: gold");
        var senior = Path.Combine(State, "senior-citizen-certificate.yaml");
        File.WriteAllText(senior, File.ReadAllText(senior).Replace("version: 2", "version: 0").Replace("  days: 7", "  days: soon"));
        await using var started = Started.Run("check-services", folder.FullName);
        var (code, errors) = await started.End();
        Assert.Equal((2, ""), (code, errors));
        Assert.Equal(5, started.Lines.Count);
        Assert.Matches($@"^{income}:\d+:\d+: 'gold' is not a type of question; write ", started.Lines[0]);
        Assert.StartsWith($"{senior}:3:10: a version from 1 on is needed; write 1", started.Lines[1]);
        Assert.Matches($@"^{senior}:\d+:9: 'days' must be a whole number, not 'soon'; write it as 15$", started.Lines[2]);
        Assert.Matches(@"^\d+ tests in files, \d+ ms\.$", started.Lines[3]);
        Assert.Equal($"Services checked: {StateFolder.Read(State).ServiceFiles.Count()}. Faults: 3. Remarks: 0.", started.Lines[4]);
    }

    [Fact]
    public async Task without_a_fault_ends_well()
    {
        await using var started = Started.Run("check-services", "--services", Path.Combine(Repository.Root, "services"));
        Assert.Equal((0, ""), await started.End());
        Assert.StartsWith("Services checked: ", started.Lines[^1]);
    }

    [Fact]
    public async Task that_are_not_there_says_so()
    {
        await using var started = Started.Run("check-services", Path.Combine(folder.FullName, "nowhere.yaml"));
        await started.Says("no file or folder", "nowhere.yaml");
    }

    [Fact]
    public void in_a_state_whose_own_files_are_broken_says_that_besides()
    {
        var income = With("income-certificate.yaml", "type: money", "type: gold");
        File.AppendAllText(Path.Combine(State, "places.yaml"), "colour: red\n");
        var found = CheckServices.Run([income]).Found;
        Assert.Equal(["places.yaml", "income-certificate.yaml"], found.Select(fault => Path.GetFileName(fault.File)));
    }

    [Fact]
    public void whose_state_was_copied_says_whose_law_that_is()
    {
        var income = With("income-certificate.yaml", "version: 1", "version: 1");
        With("act.yaml", "state: MH", "state: HR");
        var fault = Assert.Single(CheckServices.Run([income]).Found);
        Assert.Equal(("act.yaml", "'HR' is not the state of this folder"), (Path.GetFileName(fault.File), fault.Problem));
    }

    [Fact]
    public void of_a_place_that_nobody_serves_says_so()
    {
        var income = With("income-certificate.yaml", "version: 1", "version: 1");
        var state = StateFolder.Read(State);
        state.Places!.Offices.RemoveAll(office => office.Place == "pune.haveli");
        var fault = Assert.Single(CheckServices.Checked(File.ReadAllText(income), income, state).Faults.All);
        Assert.StartsWith("nobody serves 'pune.haveli'; add its office", $"{fault.Problem.Split(',')[0]}; {fault.Mend}");
    }

    [Fact]
    public void without_places_says_that_their_tests_were_not_run()
    {
        var income = With("income-certificate.yaml", "version: 1", "version: 1");
        File.Delete(Path.Combine(State, "places.yaml"));
        Assert.Contains("were not run", Assert.Single(CheckServices.Run([income]).Found).ToString());
    }

    /// <summary>Seven services of other states, by four writers who had read nothing but docs/how-to/add-a-service.md.</summary>
    [Fact]
    public void written_from_the_how_to_alone_finds_no_fault()
    {
        var found = CheckServices.Run(CheckServices.Files([Path.Combine(Repository.Root, "tests/EkDwar.Tests/Catalogue/Stranger")]));
        Assert.Equal(7, found.Files);
        Assert.Equal((0, ""), (found.Faults, string.Join('\n', found.Found.Where(fault => !fault.IsRemark))));
        Assert.Equal(35, found.Tests);
    }

    [Fact]
    public void tells_a_copy_that_kept_its_id_and_a_file_nobody_would_find()
    {
        var copy = Path.Combine(State, "copy.yaml");
        File.Copy(With("income-certificate.yaml", "version: 1", "version: 1"), copy);
        Assert.Contains("is the id of another file here", Assert.Single(CheckServices.Run([copy]).Found).Problem);
        var lost = Path.Combine(State, "income-certificate.yml");
        File.Copy(Path.Combine(State, "income-certificate.yaml"), lost);
        Assert.Contains("call it income-certificate.yaml", Assert.Single(CheckServices.Run([.. CheckServices.Files([lost])]).Found).Mend);
    }

    [Fact]
    public void remarks_on_a_language_that_is_there_in_part_and_refuses_nothing_for_it()
    {
        var income = With("income-certificate.yaml", "  hi: राजस्व एवं वन विभाग\n", "");
        var found = CheckServices.Run([income]);
        Assert.Equal(0, found.Faults);
        var remark = Assert.Single(found.Found);
        Assert.Contains("texts have no 'hi', this 'department' first", remark.Problem);
        Assert.Contains(": remark: ", remark.ToString());
    }

    [Fact]
    public void of_which_one_cannot_be_opened_goes_on_with_the_others()
    {
        var income = With("income-certificate.yaml", "type: money", "type: gold");
        var found = CheckServices.Run([Path.Combine(State, "gone.yaml"), income]).Found;
        Assert.Equal(["the file cannot be opened", "'gold' is not a type of question"], found.Select(fault => fault.Problem));
    }
}
