namespace EkDwar.Applying.Uploads;

/// <summary>Names the one question an upload is for. What was sent for another is not found under it.</summary>
public static class UploadPlace
{
    public static string InDraft(Guid draftId, string question) => $"draft {draftId:N} {question}";

    public static string InCase(long caseId, string question) => $"case {caseId} {question}";
}
