namespace EkDwar.People.SignIns;

/// <summary>Use case: somebody ends all sign-ins of her own but the one she is reading this in. Where that is not known, all of them.</summary>
public sealed class EndOtherSignIns(SignInBook book)
{
    public Task Run(Holder who, Guid? here) => book.EndOthers(who, here);
}
