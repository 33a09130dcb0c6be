using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outages;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Registers;

/// <summary>Asks the register of an instant service for the record that these answers name. It keeps nothing of it.</summary>
public sealed class ReadRegister(EkDwarDb db, IRegister register, OutageBook outages)
{
    /// <summary>What the register says; null for a service that has none.</summary>
    public async Task<RegisterAnswer?> Of(ServiceDefinition service, Answers answers)
    {
        if (service.Instant is not { } instant) return null;
        if (!register.IsConnected(instant.Register)) return RegisterAnswer.NotConnected;
        var key = new Dictionary<string, string?>();
        foreach (var part in instant.Key) key[part.Name] = await Part(service, service.Question(part.Question), answers);
        var answer = await register.Ask(new(instant.Register, key, instant.Gives));
        await (answer.State == RegisterState.Away ? outages.Failed(OutageBook.Register(instant.Register)) : outages.Worked(OutageBook.Register(instant.Register)));
        return answer;
    }

    async Task<string?> Part(ServiceDefinition service, Question question, Answers answers)
    {
        if (answers.Text(question.Id) is not { } answer) return null;
        // Departments know a place by its census code, not by ours.
        if (question.Type == "place")
            return await db.Set<Place>().Where(place => place.State == service.State && place.Code == answer).Select(place => place.CensusCode).FirstOrDefaultAsync() ?? answer;
        return Digits.ToAscii(answer).Trim();
    }
}
