using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SlipSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "signature",
                table: "slips",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signatures",
                table: "ocmws",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "signature",
                table: "slips");

            migrationBuilder.DropColumn(
                name: "signatures",
                table: "ocmws");
        }
    }
}
