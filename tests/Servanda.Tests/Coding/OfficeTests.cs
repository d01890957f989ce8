// Offices and bodies: each of them acts for the state whose name stands with it or in it.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class OfficeTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    /// <summary>Courts of arbitration bear the name of their seat and are no organ of its state.</summary>
    private static readonly string[] Seated = ["Tòa trọng tài La Haye", "Tòa Trọng tài La Hay"];

    /// <summary>"Trung ương" is no short name of China: names of one syllable are parts of many words.</summary>
    [Fact]
    public void An_office_whose_form_holds_the_name_of_a_state_says_whose_it_is()
    {
        var names = Pack.Words.Actors.Where(actor => actor.IsState).SelectMany(actor => actor.Names.Concat(actor.Capitals).Concat(actor.Seats)).Where(name => name.Contains(' ') || name.Length >= 6).ToHashSet(StringComparer.Ordinal);
        var silent = from office in Pack.Words.Offices
                     where office.Code is null
                     from form in office.Forms
                     where !Seated.Contains(form) && names.Any(name => $" {form} ".Contains($" {name} ", StringComparison.Ordinal))
                     select form;
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_office_of_a_state_acts_for_the_state_that_is_named_behind_it()
    {
        var forms = Pack.Words.Offices.Where(office => office is { Code: null, IsOfBody: false } && office.Class is "leader" or "official" or "body" or "spokesperson" or "parliament").SelectMany(office => office.Forms).Distinct().ToList();
        var dumb = forms.Where(form => !Pack.Code($"Hôm qua, {form} Nga bác đề nghị của Iran về việc nối lại thanh sát.").Reports.Any(report => report is { Act: "reject", Source: ["RUS"] })).ToList();
        Assert.True(dumb.Count * 50 <= forms.Count, $"{dumb.Count} of {forms.Count}: {string.Join("; ", dumb)}");
    }
}
