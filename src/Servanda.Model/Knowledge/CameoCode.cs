// A code of CAMEO, the field's older scheme of acts.
namespace Servanda.Model;

/// <summary>A code with CAMEO's label for it and its value on the Goldstein scale, -10 (conflict) to 10 (cooperation).</summary>
public sealed record CameoCode(string Code, string Label, decimal Scale)
{
    /// <summary>The first two digits: <c>16</c> of <c>1661</c>.</summary>
    public string Root => Code[..2];

    /// <summary>The first three digits, or the root where there are no more.</summary>
    public string Base => Code.Length > 3 ? Code[..3] : Code;

    /// <summary>GDELT's quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.</summary>
    public int Quad => int.Parse(Root, System.Globalization.CultureInfo.InvariantCulture) switch { <= 5 => 1, <= 9 => 2, <= 14 => 3, _ => 4 };
}
