using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "works_on_dossiers",
                table: "staff",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            // Until they sign in again everybody counts as somebody who works on dossiers; software never signs in.
            migrationBuilder.Sql("UPDATE staff SET works_on_dossiers = FALSE WHERE id LIKE \'software:%\'");

            migrationBuilder.AddColumn<int>(
                name: "not_open",
                table: "runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "in_bulk",
                table: "proposals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "second_look",
                table: "proposals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "accept_below",
                table: "ocmws",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "appeal_court",
                table: "ocmws",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "appeal_months",
                table: "ocmws",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "nis",
                table: "ocmws",
                type: "character varying(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "topic",
                table: "messages",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "News");

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    check_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_questions_checks_check_id",
                        column: x => x.check_id,
                        principalTable: "checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_questions_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_questions_check_id",
                table: "questions",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_questions_dossier_id_asked_at",
                table: "questions",
                columns: new[] { "dossier_id", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "questions");

            migrationBuilder.DropColumn(
                name: "works_on_dossiers",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "not_open",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "in_bulk",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "second_look",
                table: "proposals");

            migrationBuilder.DropColumn(
                name: "accept_below",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "appeal_court",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "appeal_months",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "nis",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "topic",
                table: "messages");
        }
    }
}
