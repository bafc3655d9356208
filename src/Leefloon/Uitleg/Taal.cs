namespace SolidLoonfiches.Leefloon;

/// <summary>De talen waarin de uitleg bestaat: de landstalen waarin een OCMW werkt, en Engels voor wie die niet leest.</summary>
public enum Taal { Nederlands, Frans, Engels }
