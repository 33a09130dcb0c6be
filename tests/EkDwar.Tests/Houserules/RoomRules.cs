using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>Who may know whom: which rooms the files of a room may mention.</summary>
static partial class RoomRules
{
    static readonly string[] Life = ["Finding", "Applying", "Paying", "Processing", "Deciding", "Delivering", "Appealing", "Complaining"];
    static readonly string[] Heart = ["Cases", "Deadlines", "Catalogue", "Places", "People"];
    static readonly string[] Rooms = [.. Life, .. Heart, "Channels", "Notifying", "Onboarding", "Overseeing", "Design", "Foundation"];

    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files)
    {
        var inside = files.Where(file => file.IsCode && file.Room != "").GroupBy(file => file.Room).ToDictionary(room => room.Key, Inside);
        foreach (var file in files.Where(file => file.Room != ""))
        {
            if (!Rooms.Contains(file.Room)) yield return $"{file.Path} lies in no room of the house";
            foreach (var other in Mentioned(file, inside).Where(other => !May(file, other)).Distinct())
                yield return $"{file.Path} may not use {other}";
            foreach (var wrong in WrongNamespaces(file)) yield return wrong;
        }
        foreach (var file in files)
            if (file.Nodes<UsingDirectiveSyntax>().Any(u => u.GlobalKeyword.ValueText != ""))
                yield return $"{file.Path} has a global using, which hides who knows whom";
    }

    static bool May(SourceFile file, string other) => other == file.Room || (file.IsPage && other == "Design") || MayUse(file.Room).Contains(other);

    static string[] MayUse(string room) => room switch
    {
        _ when Life.Contains(room) => [.. Heart, "Notifying", "Design", "Foundation"],
        "Cases" => ["Deadlines", "Catalogue", "Places", "People", "Foundation"],
        "Deadlines" or "Catalogue" or "Places" or "Design" => ["Foundation"],
        // Officials sign in to a post; places know nothing of people.
        "People" => ["Places", "Foundation"],
        "Notifying" => [.. Heart, "Foundation"],
        // A service's file may say when an application is due.
        "Onboarding" => ["Catalogue", "Deadlines", "Places", "People", "Foundation"],
        "Overseeing" => [.. Life, .. Heart, "Notifying", "Onboarding", "Design", "Foundation"],
        "Channels" => [.. Life, .. Heart, "Notifying", "Design", "Foundation"],
        _ => [],
    };

    /// <summary>The types and inner namespaces of a room, by which a half-qualified name is known from a property of the same name.</summary>
    static HashSet<string> Inside(IGrouping<string, SourceFile> room) =>
    [
        .. room.SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.Text),
        .. room.SelectMany(file => file.Path.Split('/')[1..^1]),
    ];

    static IEnumerable<string> Mentioned(SourceFile file, Dictionary<string, HashSet<string>> inside)
    {
        if (file.IsMarkup) return FullName().Matches(RazorComment().Replace(file.Text, "")).Select(match => match.Groups[1].Value).Where(Rooms.Contains);
        var names = file.Nodes<QualifiedNameSyntax>().Select(name => (Left: name.Left.ToString(), Right: name.Right.Identifier.Text));
        var members = file.Nodes<MemberAccessExpressionSyntax>().Select(access => (Left: access.Expression.ToString(), Right: access.Name.Identifier.Text));
        return names.Concat(members)
            .Select(name => name.Left is "EkDwar" or "global::EkDwar" ? name.Right
                : inside.TryGetValue(name.Left, out var known) && known.Contains(name.Right) ? name.Left : "")
            .Where(Rooms.Contains);
    }

    static IEnumerable<string> WrongNamespaces(SourceFile file)
    {
        var expected = "EkDwar." + string.Join('.', file.Path.Split('/')[..^1]);
        return file.Nodes<BaseNamespaceDeclarationSyntax>().Select(declared => declared.Name.ToString())
            .Where(declared => declared != expected).Select(declared => $"{file.Path} declares {declared}, not {expected}");
    }

    [GeneratedRegex(@"\bEkDwar\.(\w+)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();
}
